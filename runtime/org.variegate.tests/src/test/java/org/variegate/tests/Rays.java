package org.variegate.tests;

import com.fasterxml.jackson.databind.JsonNode;

/** Rays of a camera as its calibration tells it, without skew. */
record Rays(double[] intrinsics, double[] extrinsics) {

  static Rays of(JsonNode camera) {
    return new Rays(
        Frames.doubles(camera.get("intrinsics")), Frames.doubles(camera.get("extrinsics")));
  }

  /** Least and largest depth of the plane y = 0 in a pixel; null if the horizon is in it. */
  double[] ground(int column, int row) {
    double least = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (int corner = 0; corner < 4; corner++) {
      double depth = depth(column + (corner & 1), row + (corner >> 1));
      if (!(depth > 0)) {
        return null;
      }
      least = Math.min(least, depth);
      largest = Math.max(largest, depth);
    }
    return new double[] {least, largest};
  }

  /** Where z (x', y', 1) in the camera's axes is on the ground. */
  private double depth(double x, double y) {
    double right = (x - intrinsics[2]) / intrinsics[0];
    double down = (y - intrinsics[5]) / intrinsics[4];
    double[] e = extrinsics;
    double eye = -(e[1] * e[3] + e[5] * e[7] + e[9] * e[11]);
    double along = e[1] * right + e[5] * down + e[9];
    return -eye / along;
  }
}
