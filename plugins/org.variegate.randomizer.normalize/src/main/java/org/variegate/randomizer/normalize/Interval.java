package org.variegate.randomizer.normalize;

import java.util.Arrays;

/** A range of intensity, both ends belonging to it. */
record Interval(float low, float high) {
  static final Interval ALL = new Interval(-Float.MAX_VALUE, Float.MAX_VALUE);

  static Interval of(String key, double... ends) {
    if (!(ends.length == 2 && Float.isFinite((float) ends[0]) && Float.isFinite((float) ends[1]))
        || !(ends[0] < ends[1])) {
      throw new IllegalArgumentException(
          key + ": needs two numbers, the lower first, got " + Arrays.toString(ends));
    }
    return new Interval((float) ends[0], (float) ends[1]);
  }

  @Override
  public String toString() {
    return "[" + low + ", " + high + "]";
  }
}
