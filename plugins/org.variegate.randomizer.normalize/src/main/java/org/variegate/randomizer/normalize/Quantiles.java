package org.variegate.randomizer.normalize;

import java.util.Arrays;

/**
 * Exact quantiles of a part of an array, without sorting: the ordered bits of floats are counted by
 * their upper half, then the one bin that matters by its lower half.
 */
final class Quantiles {
  private static final int BINS = 1 << 16;

  private final float[] values;
  private final int from;
  private final int count;
  private final int[] upper = new int[BINS];

  /** The lower halves of the values in one bin. */
  private final int[] lower = new int[BINS];

  private int counted = -1;

  /**
   * Counts values.
   *
   * @param values finite numbers
   * @param from the first
   * @param count how many, at least 1
   */
  Quantiles(float[] values, int from, int count) {
    this.values = values;
    this.from = from;
    this.count = count;
    for (int i = from; i < from + count; i++) {
      upper[ordered(values[i]) >>> 16]++;
    }
  }

  Interval interval(double least, double greatest) {
    return new Interval(at(least), at(greatest));
  }

  /**
   * A quantile by linear interpolation between neighbours in order (Hyndman and Fan 1996, type 7).
   *
   * @param p in [0, 1]
   * @return the value at place p (count - 1) of the sorted values
   */
  float at(double p) {
    double place = p * (count - 1);
    int below = (int) place;
    float value = ranked(below);
    return place == below
        ? value
        : (float) (value + (place - below) * ((double) ranked(below + 1) - value));
  }

  /** The value at a place of the sorted values. */
  private float ranked(int place) {
    int bin = 0;
    int left = place;
    while (left >= upper[bin]) {
      left -= upper[bin++];
    }
    countLower(bin);
    int rest = 0;
    while (left >= lower[rest]) {
      left -= lower[rest++];
    }
    return value(bin << 16 | rest);
  }

  /** Counts the lower halves in a bin, unless it is the one counted last. */
  private void countLower(int bin) {
    if (bin == counted) {
      return;
    }
    counted = bin;
    Arrays.fill(lower, 0);
    for (int i = from; i < from + count; i++) {
      int bits = ordered(values[i]);
      if (bits >>> 16 == bin) {
        lower[bits & 0xffff]++;
      }
    }
  }

  /** Bits that, unsigned, are in the order of the floats; -0 just below 0. */
  private static int ordered(float value) {
    int bits = Float.floatToRawIntBits(value);
    return bits ^ (bits >> 31 | Integer.MIN_VALUE);
  }

  private static float value(int ordered) {
    return Float.intBitsToFloat(ordered ^ (~ordered >> 31 | Integer.MIN_VALUE));
  }
}
