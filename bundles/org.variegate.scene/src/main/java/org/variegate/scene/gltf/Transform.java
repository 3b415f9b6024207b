package org.variegate.scene.gltf;

import javax.vecmath.Matrix4d;

/** From a node to its parent: a matrix, or translation, rotation and scale. */
final class Transform {
  private final Matrix4d fixed;
  final float[] translation;
  final float[] rotation;
  final float[] scale;

  Transform(Json node) {
    fixed =
        node.get("matrix").exists() ? matrix(node.get("matrix").numbers(new float[16]), 0) : null;
    translation = node.get("translation").numbers(0, 0, 0);
    rotation = node.get("rotation").numbers(0, 0, 0, 1);
    scale = node.get("scale").numbers(1, 1, 1);
  }

  /** A copy, to be changed. */
  Transform(Transform other) {
    fixed = other.fixed;
    translation = other.translation.clone();
    rotation = other.rotation.clone();
    scale = other.scale.clone();
  }

  /** Whether it is a matrix, which no animation changes. */
  boolean isFixed() {
    return fixed != null;
  }

  /** A matrix that stands column by column. */
  static Matrix4d matrix(float[] values, int from) {
    Matrix4d m = new Matrix4d();
    for (int i = 0; i < 16; i++) {
      m.setElement(i % 4, i / 4, values[from + i]);
    }
    return m;
  }

  Matrix4d matrix() {
    if (fixed != null) {
      return new Matrix4d(fixed);
    }
    double x = rotation[0];
    double y = rotation[1];
    double z = rotation[2];
    double w = rotation[3];
    double norm = x * x + y * y + z * z + w * w;
    double n = norm > 0 ? 2 / norm : 0;
    return new Matrix4d(
        (1 - n * (y * y + z * z)) * scale[0],
        n * (x * y - w * z) * scale[1],
        n * (x * z + w * y) * scale[2],
        translation[0],
        n * (x * y + w * z) * scale[0],
        (1 - n * (x * x + z * z)) * scale[1],
        n * (y * z - w * x) * scale[2],
        translation[1],
        n * (x * z - w * y) * scale[0],
        n * (y * z + w * x) * scale[1],
        (1 - n * (x * x + y * y)) * scale[2],
        translation[2],
        0,
        0,
        0,
        1);
  }
}
