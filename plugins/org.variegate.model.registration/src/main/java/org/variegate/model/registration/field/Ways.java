package org.variegate.model.registration.field;

/** Displacements in mm along the axes of the world, [3, nz, ny, nx]. */
public final class Ways {
  private Ways() {}

  public static double length(float[] ways, int voxel) {
    int n = ways.length / 3;
    double x = ways[voxel];
    double y = ways[n + voxel];
    double z = ways[2 * n + voxel];
    return Math.sqrt(x * x + y * y + z * z);
  }

  public static double meanLength(float[] ways) {
    int n = ways.length / 3;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += length(ways, i);
    }
    return sum / n;
  }
}
