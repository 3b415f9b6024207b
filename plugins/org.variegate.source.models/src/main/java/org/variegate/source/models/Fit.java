package org.variegate.source.models;

import javax.vecmath.Matrix4f;
import org.variegate.scene.Mesh;

/**
 * How a model is brought into its own space: on the ground, in the middle, looking along +Z.
 *
 * @param yaw turn about the vertical, degrees from +Z towards +X; NaN to find the front
 * @param length of the longest edge of its box, in m
 */
record Fit(double yaw, double length) {

  /** From a mesh's space to the model's. */
  Matrix4f placing(Mesh mesh) {
    double angle = StrictMath.toRadians(Double.isNaN(yaw) ? Front.yaw(mesh) : yaw);
    float s = (float) StrictMath.sin(angle);
    float c = (float) StrictMath.cos(angle);
    Matrix4f m = new Matrix4f(c, 0, s, 0, 0, 1, 0, 0, -s, 0, c, 0, 0, 0, 0, 1);
    float[] lower = new float[3];
    float[] upper = new float[3];
    float longest = 0;
    for (int axis = 0; axis < 3; axis++) {
      lower[axis] = Float.POSITIVE_INFINITY;
      upper[axis] = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < mesh.positions().length; i += 3) {
        float[] p = mesh.positions();
        float along =
            m.getElement(axis, 0) * p[i]
                + m.getElement(axis, 1) * p[i + 1]
                + m.getElement(axis, 2) * p[i + 2];
        lower[axis] = Math.min(lower[axis], along);
        upper[axis] = Math.max(upper[axis], along);
      }
      longest = Math.max(longest, upper[axis] - lower[axis]);
    }
    float scale = (float) (length / longest);
    if (!(scale > 0 && scale < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("meshes: needs a size above 0, got " + longest);
    }
    m.mul(scale);
    m.m03 = -scale * (lower[0] + upper[0]) / 2;
    m.m13 = -scale * lower[1];
    m.m23 = -scale * (lower[2] + upper[2]) / 2;
    m.m33 = 1;
    return m;
  }
}
