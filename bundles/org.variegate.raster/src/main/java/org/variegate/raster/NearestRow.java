package org.variegate.raster;

import org.variegate.api.space.Grid;

/** The nearest source voxel of each voxel of a row. */
final class NearestRow {
  private final int bits;
  private final int nx;
  private final int ny;
  private final int nz;
  private final int[] places;

  NearestRow(Grid source, int bits, int[] places) {
    this.bits = bits;
    this.nx = source.nx();
    this.ny = source.ny();
    this.nz = source.nz();
    this.places = places;
  }

  /**
   * Finds them.
   *
   * @return the array given to the constructor: indices on the source, -1 outside
   */
  int[] find(int[] x, int[] y, int[] z, boolean inside) {
    int half = 1 << bits - 1;
    int[] out = places;
    int slice = nx * ny;
    for (int i = 0; i < out.length; i++) {
      out[i] = (x[i] + half >> bits) + nx * (y[i] + half >> bits) + slice * (z[i] + half >> bits);
    }
    if (!inside) {
      markOutside(x, y, z, half);
    }
    return out;
  }

  private void markOutside(int[] x, int[] y, int[] z, int half) {
    for (int i = 0; i < places.length; i++) {
      int a = x[i] + half >> bits;
      int b = y[i] + half >> bits;
      int c = z[i] + half >> bits;
      // the sign bit of this is set if any of the six differences is negative
      int out = a | b | c | nx - 1 - a | ny - 1 - b | nz - 1 - c;
      places[i] = out < 0 ? -1 : places[i];
    }
  }
}
