package org.variegate.unet;

import java.util.Arrays;
import java.util.Locale;

/** What a network makes of an image's values before it looks at them, each channel by itself. */
public enum Scaling {
  /** The least value becomes 0, the largest 1. */
  MIN_MAX {
    @Override
    double[] line(float[] sorted) {
      return stretch(sorted[0], sorted[sorted.length - 1]);
    }
  },
  /** The 0.5th percentile becomes 0, the 99.5th 1; what lies beyond them becomes 0 or 1. */
  PERCENTILES {
    @Override
    double[] line(float[] sorted) {
      int last = sorted.length - 1;
      return stretch(sorted[(int) (TAIL * last)], sorted[(int) ((1 - TAIL) * last)]);
    }

    @Override
    float limited(float value) {
      return Math.max(0, Math.min(1, value));
    }
  },
  /** The mean becomes 0, the standard deviation 1. */
  Z_SCORE {
    @Override
    double[] line(float[] sorted) {
      double sum = 0;
      for (float value : sorted) {
        sum += value;
      }
      double mean = sum / sorted.length;
      double squares = 0;
      for (float value : sorted) {
        squares += (value - mean) * (value - mean);
      }
      double deviation = Math.sqrt(squares / sorted.length);
      double slope = deviation > 0 ? 1 / deviation : 0;
      return new double[] {slope, -mean * slope};
    }
  };

  private static final double TAIL = 0.005;

  /** Slope and intercept for values in ascending order. */
  abstract double[] line(float[] sorted);

  float limited(float value) {
    return value;
  }

  private static double[] stretch(float low, float high) {
    double slope = high > low ? 1 / ((double) high - low) : 0;
    return new double[] {slope, -low * slope};
  }

  /**
   * The scaling of a name.
   *
   * @param key of the option
   * @param name {@code min-max}, {@code percentiles} or {@code z-score}
   * @return the scaling
   * @throws IllegalArgumentException if it is another
   */
  public static Scaling of(String key, String name) {
    for (Scaling scaling : values()) {
      if (scaling.toString().equals(name)) {
        return scaling;
      }
    }
    throw new IllegalArgumentException(
        key + ": needs min-max, percentiles or z-score, got " + name);
  }

  /**
   * Scales; a channel of one value becomes 0.
   *
   * @param values [channels, voxels], finite
   * @param channels at least 1
   * @return as many, scaled
   */
  public float[] of(float[] values, int channels) {
    int voxels = values.length / channels;
    float[] scaled = new float[values.length];
    for (int c = 0; c < channels; c++) {
      float[] sorted = Arrays.copyOfRange(values, c * voxels, (c + 1) * voxels);
      Arrays.sort(sorted);
      double[] line = line(sorted);
      for (int i = c * voxels; i < (c + 1) * voxels; i++) {
        scaled[i] = limited((float) (line[0] * values[i] + line[1]));
      }
    }
    return scaled;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
