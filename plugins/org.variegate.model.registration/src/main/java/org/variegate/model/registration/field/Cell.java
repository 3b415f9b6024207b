package org.variegate.model.registration.field;

/**
 * The eight voxels around a place, and where it lies between them. What is beyond the outermost
 * voxels looks like these, and does not change with the place.
 */
public final class Cell {
  private final Size size;
  private final int plane;
  private final float[] corners = new float[8];

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

  public Cell(Size size) {
    this.size = size;
    this.plane = size.nx() * size.ny();
  }

  /** Goes to a place in voxels. */
  public void moveTo(float x, float y, float z) {
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
  public void moveTo(float[] map, float x, float y, float z) {
    moveTo(
        map[0] * x + map[1] * y + map[2] * z + map[3],
        map[4] * x + map[5] * y + map[6] * z + map[7],
        map[8] * x + map[9] * y + map[10] * z + map[11]);
  }

  private static int below(float place, int length) {
    return Math.max(0, Math.min(length - 1, (int) place));
  }

  /** The voxel that is nearest. */
  public int nearest() {
    return at + (fx >= 0.5f ? dx : 0) + (fy >= 0.5f ? dy : 0) + (fz >= 0.5f ? dz : 0);
  }

  /** A value between those of the voxels, which begin at a place of the array. */
  public float value(float[] values, int from) {
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
  public void addSlopes(float[] values, int from, float factor, float[] field, int voxel) {
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
  public void slopes(float[] values, float[] to) {
    for (int k = 0; k < 8; k++) {
      corners[k] = values[corner(k)];
    }
    slopesOfCorners(corners, to);
  }

  /**
   * The derivatives of a value by each coordinate.
   *
   * @param v values of the eight corners
   * @param to takes three
   */
  public void slopesOfCorners(float[] v, float[] to) {
    to[0] = between(v[1] - v[0], v[3] - v[2], v[5] - v[4], v[7] - v[6], fy, fz);
    to[1] = between(v[2] - v[0], v[3] - v[1], v[6] - v[4], v[7] - v[5], fx, fz);
    to[2] = between(v[4] - v[0], v[5] - v[1], v[6] - v[2], v[7] - v[3], fx, fy);
  }

  /** Adds a value to the voxels by their weights: the transpose of {@link #value}. */
  public void spread(float value, float[] values, int from) {
    int a = from + at;
    float high = fz * value;
    float low = value - high;
    spreadPlane(low, values, a);
    spreadPlane(high, values, a + dz);
  }

  /** The voxel at one of the eight corners, 0 to 7: bit 0 for x, bit 1 for y, bit 2 for z. */
  public int corner(int k) {
    return at + ((k & 1) == 0 ? 0 : dx) + ((k & 2) == 0 ? 0 : dy) + ((k & 4) == 0 ? 0 : dz);
  }

  /** Which part of a value comes from a corner. */
  public float weight(int k) {
    return ((k & 1) == 0 ? 1 - fx : fx)
        * ((k & 2) == 0 ? 1 - fy : fy)
        * ((k & 4) == 0 ? 1 - fz : fz);
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
