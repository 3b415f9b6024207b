package org.variegate.annotator.boxes;

import java.util.Map;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.variegate.scene.Bounds;
import org.variegate.scene.Camera;
import org.variegate.scene.Truth;

/** The box around an object along its own axes, in the camera's space. */
final class Box3d {
  private Box3d() {}

  /** Centre and size in m; axes to the object's left, up and front, three numbers each. */
  static Map<String, Object> of(Camera camera, Matrix4f placement, Bounds bounds) {
    Matrix4f toCamera = new Matrix4f(camera.toWorld());
    toCamera.invert();
    toCamera.mul(placement);
    Point3f centre = bounds.centre();
    toCamera.transform(centre);
    float[] edges = {
      bounds.upper().x - bounds.lower().x,
      bounds.upper().y - bounds.lower().y,
      bounds.upper().z - bounds.lower().z
    };
    double[] size = new double[3];
    double[] axes = new double[9];
    for (int i = 0; i < 3; i++) {
      Vector3f axis = new Vector3f();
      axis.set(i == 0 ? 1 : 0, i == 1 ? 1 : 0, i == 2 ? 1 : 0);
      toCamera.transform(axis);
      double length = axis.length();
      size[i] = edges[i] * length;
      axes[3 * i] = axis.x / length;
      axes[3 * i + 1] = axis.y / length;
      axes[3 * i + 2] = axis.z / length;
    }
    return Map.of(
        "centre",
        Truth.rounded(centre.x, centre.y, centre.z),
        "size",
        Truth.rounded(size),
        "axes",
        Truth.rounded(axes));
  }
}
