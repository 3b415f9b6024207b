package org.variegate.model.classification;

import java.util.Arrays;
import java.util.Map;
import org.variegate.formats.Picture;
import org.variegate.pictures.Square;

/**
 * How a picture becomes a network's input.
 *
 * @param size of the square [pixels]
 * @param mean subtracted from red, green and blue
 * @param deviation what they are divided by
 * @param reversed whether blue comes first
 * @param pooled whether only the mean of a feature map is kept
 */
record Input(int size, double[] mean, double[] deviation, boolean reversed, boolean pooled) {
  private static final int OF_BACKBONES = 224;
  private static final int OF_PIXELS = 64;
  private static final int SMALLEST = 16;

  static Input of(Classification.Config config) {
    int standard = config.backbone().isEmpty() ? OF_PIXELS : OF_BACKBONES;
    int size = config.size() == 0 ? standard : config.size();
    if (size < SMALLEST) {
      throw new IllegalArgumentException("size: needs 0 or at least 16 pixels, got " + size);
    }
    require("mean", config.mean(), Double.NEGATIVE_INFINITY);
    require("deviation", config.deviation(), 0);
    return new Input(
        size,
        config.mean(),
        config.deviation(),
        choice("channels", config.channels(), "bgr", "rgb"),
        choice("pool", config.pool(), "mean", "all"));
  }

  private static void require(String key, double[] values, double above) {
    if (values.length != 3) {
      throw new IllegalArgumentException(
          key + ": needs 3 numbers, for red, green and blue, got " + values.length);
    }
    for (double value : values) {
      if (!(value > above && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            key + ": needs finite numbers" + (above == 0 ? " above 0" : "") + ", got " + value);
      }
    }
  }

  private static boolean choice(String key, String value, String yes, String no) {
    if (!value.equals(yes) && !value.equals(no)) {
      throw new IllegalArgumentException(key + ": needs " + no + " or " + yes + ", got " + value);
    }
    return value.equals(yes);
  }

  /** What somebody must know who prepares pictures elsewhere. */
  Map<String, Object> describe() {
    return Map.of(
        "size",
        size,
        "mean of red, green and blue",
        Arrays.toString(mean),
        "deviation of red, green and blue",
        Arrays.toString(deviation),
        "channels",
        reversed ? "bgr" : "rgb");
  }

  /** The picture as [3, size, size]. */
  float[] of(Picture picture) {
    float[] square = Square.of(picture, size);
    float[] input = new float[square.length];
    int plane = size * size;
    for (int c = 0; c < 3; c++) {
      int from = (reversed ? 2 - c : c) * plane;
      float subtracted = (float) mean[reversed ? 2 - c : c];
      float factor = (float) (1 / deviation[reversed ? 2 - c : c]);
      for (int i = 0; i < plane; i++) {
        input[c * plane + i] = (square[from + i] - subtracted) * factor;
      }
    }
    return input;
  }
}
