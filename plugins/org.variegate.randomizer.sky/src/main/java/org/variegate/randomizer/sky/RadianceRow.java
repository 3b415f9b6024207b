package org.variegate.randomizer.sky;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A row of a Radiance picture, as bytes. */
final class RadianceRow {
  private static final int NARROWEST = 8;
  private static final int WIDEST = 0x7fff;

  private RadianceRow() {}

  /**
   * Reads a row.
   *
   * @param in the file
   * @param pixels receives red, green, blue and exponent of each
   * @param width in pixels
   */
  static void read(InputStream in, byte[] pixels, int width) throws IOException {
    byte[] start = {next(in), next(in), next(in), next(in)};
    boolean fresh =
        width >= NARROWEST && width <= WIDEST && start[0] == 2 && start[1] == 2 && start[2] >= 0;
    if (!fresh) {
      old(in, pixels, width, start);
      return;
    }
    int length = (start[2] & 0xff) << 8 | start[3] & 0xff;
    if (length != width) {
      throw new IllegalArgumentException("needs a row of " + width + " pixels, got " + length);
    }
    for (int channel = 0; channel < 4; channel++) {
      channel(in, pixels, width, channel);
    }
  }

  private static void channel(InputStream in, byte[] pixels, int width, int channel)
      throws IOException {
    int x = 0;
    while (x < width) {
      int count = next(in) & 0xff;
      boolean run = count > 128;
      count = run ? count - 128 : count;
      if (count == 0 || x + count > width) {
        throw new IllegalArgumentException("needs runs of 1 to " + (width - x) + ", got " + count);
      }
      byte value = run ? next(in) : 0;
      for (int end = x + count; x < end; x++) {
        pixels[4 * x + channel] = run ? value : next(in);
      }
    }
  }

  /** Pixels one after another; (1, 1, 1, n) repeats the last, n times more for each byte before. */
  private static void old(InputStream in, byte[] pixels, int width, byte[] start)
      throws IOException {
    byte[] pixel = start;
    int x = 0;
    int shift = 0;
    while (true) {
      if (pixel[0] == 1 && pixel[1] == 1 && pixel[2] == 1 && x > 0) {
        long count = shift > 24 ? Long.MAX_VALUE : (long) (pixel[3] & 0xff) << shift;
        if (count > width - x) {
          throw new IllegalArgumentException("needs runs of at most " + (width - x) + " pixels");
        }
        for (int k = 0; k < count; k++, x++) {
          System.arraycopy(pixels, 4 * x - 4, pixels, 4 * x, 4);
        }
        shift += 8;
      } else {
        System.arraycopy(pixel, 0, pixels, 4 * x++, 4);
        shift = 0;
      }
      if (x == width) {
        return;
      }
      pixel = new byte[] {next(in), next(in), next(in), next(in)};
    }
  }

  private static byte next(InputStream in) throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException();
    }
    return (byte) b;
  }
}
