package org.variegate.synthesizer.rgb;

import org.variegate.render.Frame;

/** How bright a picture is: what its brighter part is measured at, by a histogram. */
final class Exposure {
  /** Of all pixels, by luminance, this share is darker than what the exposure is set by. */
  static final double SHARE = 0.7;

  /** In pictures of so many pixels each second of each second row is enough to tell. */
  private static final int MANY = 128 * 128;

  /** Eighths of a stop from 2^-30 to 2^30. */
  private static final int SHIFT = 20;

  private static final int FIRST = Float.floatToRawIntBits(0x1p-30f) >> SHIFT;
  private static final int BINS = (Float.floatToRawIntBits(0x1p30f) >> SHIFT) - FIRST + 1;

  private Exposure() {}

  /**
   * The luminance that {@value #SHARE} of the pixels, those of no light left out, stay below; in
   * large pictures of a quarter of them.
   *
   * @param frame before exposure
   * @return within a sixteenth of a stop; above 0
   */
  static float bright(Frame frame) {
    float[] color = frame.color();
    int width = frame.width();
    int size = width * frame.height();
    int step = size < MANY ? 1 : 2;
    int[] bins = new int[BINS];
    int seen = 0;
    int count = 0;
    for (int row = 0; row < size; row += step * width) {
      for (int i = row; i < row + width; i += step) {
        float y = 0.2126f * color[i] + 0.7152f * color[i + size] + 0.0722f * color[i + 2 * size];
        count += y > 0 ? 1 : 0;
        seen++;
        int bin = (Float.floatToRawIntBits(y) >> SHIFT) - FIRST;
        bins[Math.max(0, Math.min(BINS - 1, bin))]++;
      }
    }
    bins[0] -= seen - count;
    int left = (int) (SHARE * count);
    int bin = 0;
    while (bin < BINS - 1 && left >= bins[bin]) {
      left -= bins[bin++];
    }
    float lower = Float.intBitsToFloat(bin + FIRST << SHIFT);
    float upper = Float.intBitsToFloat(bin + 1 + FIRST << SHIFT);
    return lower + (upper - lower) * left / Math.max(1, bins[bin]);
  }

  /**
   * What light is multiplied by.
   *
   * @param frame before exposure
   * @param brightness that its brighter part gets, 0 to leave the light as it is
   * @param stops added to that
   */
  static double factor(Frame frame, double brightness, double stops) {
    double factor = StrictMath.pow(2, stops);
    return brightness > 0 ? factor * (brightness / bright(frame)) : factor;
  }

  /** Multiplies a frame's light; a backdrop stays as it is. */
  static void expose(Frame frame, double factor) {
    float[] color = frame.color();
    float by = (float) factor;
    int size = 3 * frame.width() * frame.height();
    for (int i = 0; i < size; i++) {
      color[i] *= by;
    }
    for (int i = 0; i < size && frame.layer() != null; i++) {
      color[i] += frame.layer()[i];
    }
  }
}
