package org.variegate.formats.internal;

import java.io.IOException;

/** Cuts a picture into blocks of 8 x 8 values of brightness and colour. */
public final class JpegPlanes {
  private final int width;
  private final int height;
  private final int channels;
  private final byte[] pixels;

  /** How many pixels a row of blocks holds, a whole number of blocks. */
  private final int across;

  private final float[] luma;
  private final float[] blue;
  private final float[] red;

  /** Takes pixels, [height, width, channels]. */
  public JpegPlanes(int width, int height, int channels, byte[] pixels) {
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.pixels = pixels;
    int side = channels == 1 ? 8 : 16;
    across = (width + side - 1) / side * side;
    luma = new float[across * side];
    blue = new float[channels == 1 ? 0 : luma.length / 4];
    red = new float[blue.length];
  }

  /**
   * Encodes all blocks.
   *
   * @param tables of brightness and of colour
   * @param bits receives the code
   */
  public void encode(JpegTables[] tables, JpegBits bits) throws IOException {
    JpegBlocks y = new JpegBlocks(tables[0], bits);
    JpegBlocks cb = new JpegBlocks(tables[1], bits);
    JpegBlocks cr = new JpegBlocks(tables[1], bits);
    if (channels == 1) {
      for (int top = 0; top < height; top += 8) {
        fillGrey(top);
        for (int x = 0; x < across; x += 8) {
          y.encode(luma, x, across);
        }
      }
      return;
    }
    for (int top = 0; top < height; top += 16) {
      fill(top);
      for (int x = 0; x < across; x += 16) {
        y.encode(luma, x, across);
        y.encode(luma, x + 8, across);
        y.encode(luma, x + 8 * across, across);
        y.encode(luma, x + 8 * across + 8, across);
        cb.encode(blue, x / 2, across / 2);
        cr.encode(red, x / 2, across / 2);
      }
    }
  }

  private void fillGrey(int top) {
    for (int row = 0; row < 8; row++) {
      int from = Math.min(top + row, height - 1) * width;
      for (int x = 0; x < across; x++) {
        luma[row * across + x] = (pixels[from + Math.min(x, width - 1)] & 0xff) - 128;
      }
    }
  }

  /** Beyond the edges the last pixel goes on. */
  private void fill(int top) {
    for (int row = 0; row < 16; row += 2) {
      int upper = Math.min(top + row, height - 1) * width * 3;
      int lower = Math.min(top + row + 1, height - 1) * width * 3;
      int whole = width / 2 * 2;
      for (int x = 0; x < whole; x += 2) {
        square(upper + 3 * x, lower + 3 * x, 3, row, x);
      }
      int last = 3 * (width - 1);
      for (int x = whole; x < across; x += 2) {
        square(upper + last, lower + last, 0, row, x);
      }
    }
  }

  /**
   * Two by two pixels: brightness each, and one colour of their sums.
   *
   * @param upper the left one's first byte in the upper row
   * @param lower the left one's first byte in the lower row
   * @param step to the right ones
   */
  private void square(int upper, int lower, int step, int row, int x) {
    byte[] p = pixels;
    int ra = p[upper] & 0xff;
    int ga = p[upper + 1] & 0xff;
    int ba = p[upper + 2] & 0xff;
    int rb = p[upper + step] & 0xff;
    int gb = p[upper + step + 1] & 0xff;
    int bb = p[upper + step + 2] & 0xff;
    int rc = p[lower] & 0xff;
    int gc = p[lower + 1] & 0xff;
    int bc = p[lower + 2] & 0xff;
    int rd = p[lower + step] & 0xff;
    int gd = p[lower + step + 1] & 0xff;
    int bd = p[lower + step + 2] & 0xff;
    int to = row * across + x;
    luma[to] = brightness(ra, ga, ba) - 128;
    luma[to + 1] = brightness(rb, gb, bb) - 128;
    luma[to + across] = brightness(rc, gc, bc) - 128;
    luma[to + across + 1] = brightness(rd, gd, bd) - 128;
    int r = ra + rb + rc + rd;
    int g = ga + gb + gc + gd;
    int b = ba + bb + bc + bd;
    float y = brightness(r, g, b);
    int half = row / 2 * (across / 2) + x / 2;
    blue[half] = (b - y) * (0.25f / 1.772f);
    red[half] = (r - y) * (0.25f / 1.402f);
  }

  private static float brightness(int r, int g, int b) {
    return 0.299f * r + 0.587f * g + 0.114f * b;
  }
}
