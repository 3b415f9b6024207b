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
  private final int[] sums;

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
    sums = new int[channels == 1 ? 0 : 3 * across / 2];
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
      java.util.Arrays.fill(sums, 0);
      brightness(top, row);
      brightness(top, row + 1);
      colour(row / 2 * across / 2);
    }
  }

  private void brightness(int top, int row) {
    int at = Math.min(top + row, height - 1) * width * 3;
    int to = row * across;
    for (int x = 0; x < across; x++) {
      int r = pixels[at] & 0xff;
      int g = pixels[at + 1] & 0xff;
      int b = pixels[at + 2] & 0xff;
      luma[to + x] = 0.299f * r + 0.587f * g + 0.114f * b - 128;
      int sum = x / 2 * 3;
      sums[sum] += r;
      sums[sum + 1] += g;
      sums[sum + 2] += b;
      at += x < width - 1 ? 3 : 0;
    }
  }

  /** From sums over 2 x 2 pixels. */
  private void colour(int to) {
    for (int x = 0; x < across / 2; x++) {
      float r = sums[3 * x];
      float g = sums[3 * x + 1];
      float b = sums[3 * x + 2];
      float y = 0.299f * r + 0.587f * g + 0.114f * b;
      blue[to + x] = (b - y) * (0.25f / 1.772f);
      red[to + x] = (r - y) * (0.25f / 1.402f);
    }
  }
}
