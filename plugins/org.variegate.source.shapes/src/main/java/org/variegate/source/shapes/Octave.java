package org.variegate.source.shapes;

import org.variegate.draws.Noise;

/**
 * Smooth noise of one scale: independent normal values at the nodes of a periodic lattice, linear
 * between them. Of one component or several, which share the lattice. Drawn again for each label.
 */
final class Octave {
  private final int components;
  private final int maskX;
  private final int maskY;
  private final int maskZ;
  private final double perMm;
  private final float[] values;

  /** How far the lattice lies from the origin, in nodes: x, y, z. */
  private final float[] phase = new float[3];

  /**
   * Noise that does not repeat within an extent.
   *
   * @param extent of the grid in mm: x, y, z; 0 for an axis along which it does not change
   * @param scale between nodes in mm
   * @param components of each value
   */
  Octave(double[] extent, double scale, int components) {
    this.components = components;
    maskX = period(extent[0], scale) - 1;
    maskY = period(extent[1], scale) - 1;
    maskZ = period(extent[2], scale) - 1;
    perMm = 1 / scale;
    values = new float[(int) size(extent, scale, components)];
  }

  /** How many values such noise has; what no array can hold is more than 2^31. */
  static double size(double[] extent, double scale, int components) {
    double size = components;
    for (double length : extent) {
      size *= period(length, scale);
    }
    return size;
  }

  /** A power of two, so that places wrap by a mask; with room for what a warp brings in. */
  private static int period(double extent, double scale) {
    int nodes = 1;
    while (extent > 0 && nodes < extent / scale + 3) {
      nodes *= 2;
    }
    return nodes;
  }

  /**
   * Draws all values anew.
   *
   * @param noise where they come from
   * @param index of the octave and label in the field
   * @param deviation of each value
   */
  void draw(Noise noise, long index, double deviation) {
    long first = index << 32;
    noise.gaussian(values, 0, values.length, first, deviation);
    noise.uniform(phase, 0, 3, first + values.length);
  }

  /**
   * Adds the noise at a point.
   *
   * @param x in mm
   * @param y in mm
   * @param z in mm
   * @param sum receives the components
   */
  void add(double x, double y, double z, double[] sum) {
    double px = x * perMm + phase[0];
    double py = y * perMm + phase[1];
    int i = (int) Math.floor(px);
    int j = (int) Math.floor(py);
    double u = px - i;
    double v = py - j;
    int nx = maskX + 1;
    int i0 = i & maskX;
    int i1 = (i + 1) & maskX;
    int j0 = nx * (j & maskY);
    int j1 = nx * ((j + 1) & maskY);
    if (maskZ == 0) {
      for (int c = 0; c < components; c++) {
        sum[c] += plane(c, i0, i1, j0, j1, u, v);
      }
      return;
    }
    double pz = z * perMm + phase[2];
    int k = (int) Math.floor(pz);
    int slice = nx * (maskY + 1);
    int k0 = slice * (k & maskZ);
    int k1 = slice * ((k + 1) & maskZ);
    for (int c = 0; c < components; c++) {
      double low = plane(c, i0, i1, j0 + k0, j1 + k0, u, v);
      double high = plane(c, i0, i1, j0 + k1, j1 + k1, u, v);
      sum[c] += low + (pz - k) * (high - low);
    }
  }

  private double plane(int c, int i0, int i1, int j0, int j1, double u, double v) {
    double a = values[(j0 + i0) * components + c];
    double b = values[(j0 + i1) * components + c];
    double d = values[(j1 + i0) * components + c];
    double e = values[(j1 + i1) * components + c];
    double low = a + u * (b - a);
    return low + v * (d + u * (e - d) - low);
  }
}
