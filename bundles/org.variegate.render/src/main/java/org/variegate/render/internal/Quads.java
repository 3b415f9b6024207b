package org.variegate.render.internal;

import java.util.Arrays;

/**
 * Shadows of one lamp on what is shaded pixel by pixel, looked up once for two by two pixels where
 * that place sees all of the light or none of it and the others lie as near to it as pixels do, and
 * face about the same way. One a thread; pixels come row by row.
 */
final class Quads {
  /** Cosine of the angle by which normals may differ. */
  private static final float ALIKE = 0.8f;

  /** Of each pair of columns: the pair of rows, and a place in it. */
  private final int[] rows;

  private final float[] x;
  private final float[] y;
  private final float[] z;
  private final float[] nx;
  private final float[] ny;
  private final float[] nz;
  private final float[] seen;

  Quads(int width) {
    int pairs = (width + 1) / 2;
    rows = new int[pairs];
    Arrays.fill(rows, -1);
    x = new float[pairs];
    y = new float[pairs];
    z = new float[pairs];
    nx = new float[pairs];
    ny = new float[pairs];
    nz = new float[pairs];
    seen = new float[pairs];
  }

  /** The share of the light that a place in a batch sees. */
  float seen(Batch b, int i, ShadowMap map) {
    int pair = b.column[i];
    int row = b.row[i];
    if (rows[pair] == row && alike(b, i, pair)) {
      return seen[pair];
    }
    float share = map.seen(b.x[i], b.y[i], b.z[i], b.nx[i], b.ny[i], b.nz[i]);
    if (share == 0 || share == 1) {
      rows[pair] = row;
      x[pair] = b.x[i];
      y[pair] = b.y[i];
      z[pair] = b.z[i];
      nx[pair] = b.nx[i];
      ny[pair] = b.ny[i];
      nz[pair] = b.nz[i];
      seen[pair] = share;
    }
    return share;
  }

  private boolean alike(Batch b, int i, int pair) {
    float dx = b.x[i] - x[pair];
    float dy = b.y[i] - y[pair];
    float dz = b.z[i] - z[pair];
    float cosine = b.nx[i] * nx[pair] + b.ny[i] * ny[pair] + b.nz[i] * nz[pair];
    return cosine > ALIKE && dx * dx + dy * dy + dz * dz < b.reach[i];
  }
}
