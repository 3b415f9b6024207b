package org.variegate.source.phantom;

/**
 * Takes points of the world to the standard head and back: a size for each axis, and a gentle bend,
 * quadratic in the coordinates.
 *
 * <p>The standard head has its origin at the anterior commissure, x to the right, y to the front, z
 * up, in mm.
 */
final class Frame {
  /** How many coefficients the bend has: xx, yy, zz, xy, xz, yz for each axis. */
  static final int TERMS = 18;

  private static final double REACH = 100;

  private final double[] size;
  private final double[] bend;

  /**
   * A frame.
   *
   * @param size [3] factors of length, above 0
   * @param bend [18] displacements at 100 mm from the origin, in mm
   */
  Frame(double[] size, double[] bend) {
    this.size = size.clone();
    this.bend = bend.clone();
  }

  /** The mean factor of length. */
  double size() {
    return (size[0] + size[1] + size[2]) / 3;
  }

  /** Replaces a point of the world by its place in the standard head. */
  void toStandard(double[] p) {
    for (int axis = 0; axis < 3; axis++) {
      p[axis] /= size[axis];
    }
    double x = p[0] / REACH;
    double y = p[1] / REACH;
    double z = p[2] / REACH;
    for (int axis = 0; axis < 3; axis++) {
      p[axis] += bend(axis, x, y, z);
    }
  }

  /** Replaces a point of the standard head by its place in the world, by fixed-point iteration. */
  void toWorld(double[] p) {
    double[] goal = p.clone();
    for (int step = 0; step < 8; step++) {
      double x = p[0] / REACH;
      double y = p[1] / REACH;
      double z = p[2] / REACH;
      for (int axis = 0; axis < 3; axis++) {
        p[axis] = goal[axis] - bend(axis, x, y, z);
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      p[axis] *= size[axis];
    }
  }

  /** Where the plane between left and right lies, to first order: x in mm of the world. */
  double middle(double y, double z) {
    return -size[0] * bend(0, 0, y / size[1] / REACH, z / size[2] / REACH);
  }

  private double bend(int axis, double x, double y, double z) {
    int b = 6 * axis;
    return x * (bend[b] * x + bend[b + 3] * y + bend[b + 4] * z)
        + y * (bend[b + 1] * y + bend[b + 5] * z)
        + bend[b + 2] * z * z;
  }
}
