package org.variegate.randomizer.normalize;

import java.util.Arrays;
import org.variegate.api.volume.Block;
import org.variegate.api.volume.BlockChange;

/** Watches the least and the greatest value of each channel, and changes nothing. */
final class Extremes implements BlockChange {
  private final float[] least;
  private final float[] greatest;

  Extremes(int channels) {
    least = new float[channels];
    greatest = new float[channels];
    Arrays.fill(least, Float.POSITIVE_INFINITY);
    Arrays.fill(greatest, Float.NEGATIVE_INFINITY);
  }

  @Override
  public void apply(float[] values, Block block) {
    float min = least[block.channel()];
    float max = greatest[block.channel()];
    for (int i = block.from(), end = i + block.count(); i < end; i++) {
      float value = values[i];
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
    least[block.channel()] = min;
    greatest[block.channel()] = max;
  }

  /** From the least to the greatest value of each channel. */
  Interval[] intervals() {
    Interval[] intervals = new Interval[least.length];
    for (int i = 0; i < intervals.length; i++) {
      intervals[i] = new Interval(least[i], greatest[i]);
    }
    return intervals;
  }
}
