package org.variegate.randomizer.sky;

/** A picture of light, made from rows of RGBE as they are read, and made smaller meanwhile. */
final class RadiancePicture {
  /** What a mantissa is worth, by exponent; 0 is black. */
  private static final float[] SCALE = new float[256];

  static {
    for (int e = 1; e < 256; e++) {
      SCALE[e] = (float) Math.scalb(1.0, e - 136);
    }
  }

  private final int fullWidth;
  private final int fullHeight;
  private final int width;
  private final int height;
  private final float[] radiance;

  /** One over the number of a file's columns, and rows, that make one of these. */
  private final float[] columns;

  private final float[] rows;

  /**
   * A picture without its rows.
   *
   * @param fullWidth of the file
   * @param fullHeight of the file
   * @param widest that it may become, and highest: a header of a few bytes may tell any height
   * @param empty whether no row will come
   */
  RadiancePicture(int fullWidth, int fullHeight, int widest, boolean empty) {
    this.fullWidth = fullWidth;
    this.fullHeight = fullHeight;
    int longest = Math.max(fullWidth, fullHeight);
    int factor = Math.max(1, (longest - 1) / Math.max(1, widest) + 1);
    this.width = Math.max(4, fullWidth / factor);
    this.height = Math.max(2, fullHeight / factor);
    this.radiance = new float[empty ? 0 : 3 * width * height];
    this.columns = shares(fullWidth, width);
    this.rows = shares(fullHeight, height);
  }

  private static float[] shares(int full, int reduced) {
    float[] shares = new float[reduced];
    for (int i = 0; i < full; i++) {
      shares[(int) ((long) i * reduced / full)]++;
    }
    for (int i = 0; i < reduced; i++) {
      shares[i] = 1 / shares[i];
    }
    return shares;
  }

  /** Adds a row's share to the pixels that it belongs to. */
  void add(byte[] rgbe, int row) {
    int y = (int) ((long) row * height / fullHeight);
    for (int x = 0; x < fullWidth; x++) {
      int column = (int) ((long) x * width / fullWidth);
      float scale = SCALE[rgbe[4 * x + 3] & 0xff] * rows[y] * columns[column];
      int to = 3 * (y * width + column);
      for (int c = 0; c < 3; c++) {
        radiance[to + c] += ((rgbe[4 * x + c] & 0xff) + 0.5f) * scale;
      }
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Light, 3 a pixel, row by row from the top. */
  float[] radiance() {
    return radiance;
  }
}
