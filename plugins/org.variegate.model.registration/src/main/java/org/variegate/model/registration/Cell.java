package org.variegate.model.registration;

/**
 * The eight voxels around a place, and where it lies between them. What is beyond the outermost
 * voxels looks like these, and does not change with the place.
 */
final class Cell {
  private final Size size;
  private final int plane;

  /** The voxel below along each axis. */
  int at;

  /** From there to the voxel above along each axis; 0 beyond the outermost. */
  int dx;

  int dy;
  int dz;

  /** How far the place is from below, in voxels, 0 to 1. */
  float fx;

  float fy;
  float fz;

  Cell(Size size) {
    this.size = size;
    this.plane = size.nx() * size.ny();
  }

  /** Goes to a place in voxels. */
  void moveTo(float x, float y, float z) {
    int i = below(x, size.nx());
    int j = below(y, size.ny());
    int k = below(z, size.nz());
    boolean inX = x >= 0 && i < size.nx() - 1;
    boolean inY = y >= 0 && j < size.ny() - 1;
    boolean inZ = z >= 0 && k < size.nz() - 1;
    at = i + size.nx() * j + plane * k;
    dx = inX ? 1 : 0;
    dy = inY ? size.nx() : 0;
    dz = inZ ? plane : 0;
    fx = inX ? x - i : 0;
    fy = inY ? y - j : 0;
    fz = inZ ? z - k : 0;
  }

  /** Goes where an affine map, [3, 4], brings a place. */
  void moveTo(float[] map, float x, float y, float z) {
    moveTo(
        map[0] * x + map[1] * y + map[2] * z + map[3],
        map[4] * x + map[5] * y + map[6] * z + map[7],
        map[8] * x + map[9] * y + map[10] * z + map[11]);
  }

  private static int below(float place, int length) {
    return Math.max(0, Math.min(length - 1, (int) place));
  }

  /** The voxel that is nearest. */
  int nearest() {
    return at + (fx >= 0.5f ? dx : 0) + (fy >= 0.5f ? dy : 0) + (fz >= 0.5f ? dz : 0);
  }

  /** A value between those of the voxels, which begin at a place of the array. */
  float value(float[] values, int from) {
    int a = from + at;
    float low = between(row(values, a), row(values, a + dy), fy);
    float high = between(row(values, a + dz), row(values, a + dz + dy), fy);
    return between(low, high, fz);
  }

  private float row(float[] values, int a) {
    return between(values[a], values[a + dx], fx);
  }

  private static float between(float low, float high, float f) {
    return low + f * (high - low);
  }

  /** Between four values: two along f, then along g. */
  static float between(float v00, float v10, float v01, float v11, float f, float g) {
    return between(between(v00, v10, f), between(v01, v11, f), g);
  }

  /** Adds the derivatives of a value by each coordinate, times a factor, at a voxel of a field. */
  void addSlopes(float[] values, int from, float factor, float[] field, int voxel) {
    int a = from + at;
    int b = a + dz;
    float v0 = values[a];
    float v1 = values[a + dx];
    float v2 = values[a + dy];
    float v3 = values[a + dx + dy];
    float v4 = values[b];
    float v5 = values[b + dx];
    float v6 = values[b + dy];
    float v7 = values[b + dx + dy];
    int n = size.voxels();
    field[voxel] += factor * between(v1 - v0, v3 - v2, v5 - v4, v7 - v6, fy, fz);
    field[n + voxel] += factor * between(v2 - v0, v3 - v1, v6 - v4, v7 - v5, fx, fz);
    field[2 * n + voxel] += factor * between(v4 - v0, v5 - v1, v6 - v2, v7 - v3, fx, fy);
  }

  /** The derivatives of a value by each coordinate. */
  void slopes(float[] values, float[] to) {
    int b = at + dz;
    float v0 = values[at];
    float v1 = values[at + dx];
    float v2 = values[at + dy];
    float v3 = values[at + dx + dy];
    float v4 = values[b];
    float v5 = values[b + dx];
    float v6 = values[b + dy];
    float v7 = values[b + dx + dy];
    to[0] = between(v1 - v0, v3 - v2, v5 - v4, v7 - v6, fy, fz);
    to[1] = between(v2 - v0, v3 - v1, v6 - v4, v7 - v5, fx, fz);
    to[2] = between(v4 - v0, v5 - v1, v6 - v2, v7 - v3, fx, fy);
  }

  /** Adds a value to the voxels by their weights: the transpose of {@link #value}. */
  void spread(float value, float[] values, int from) {
    int a = from + at;
    float high = fz * value;
    float low = value - high;
    spreadPlane(low, values, a);
    spreadPlane(high, values, a + dz);
  }

  private void spreadPlane(float value, float[] values, int a) {
    float high = fy * value;
    float low = value - high;
    values[a] += low - fx * low;
    values[a + dx] += fx * low;
    values[a + dy] += high - fx * high;
    values[a + dx + dy] += fx * high;
  }
}
