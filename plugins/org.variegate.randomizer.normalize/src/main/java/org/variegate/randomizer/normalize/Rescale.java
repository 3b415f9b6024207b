package org.variegate.randomizer.normalize;

import java.util.Arrays;
import org.variegate.api.volume.Block;
import org.variegate.api.volume.BlockChange;

/**
 * Brings a range of each channel linearly onto a target range, its ends exactly, and what lies
 * beyond onto the target's ends. A channel of one value, or of a range that no float spans, becomes
 * the target's lower end.
 */
record Rescale(Interval target, float[] scale, float[] offset) implements BlockChange {

  static Rescale onto(Interval target, Interval[] ranges) {
    float[] scale = new float[ranges.length];
    float[] offset = new float[ranges.length];
    for (int i = 0; i < ranges.length; i++) {
      offset[i] = ranges[i].low();
      scale[i] = factor(target, ranges[i].high() - ranges[i].low());
    }
    return new Rescale(target, scale, offset);
  }

  /** The smallest factor whose rounded product reaches the target's upper end. */
  private static float factor(Interval target, float width) {
    float factor = (target.high() - target.low()) / width;
    if (!(width > 0 && factor > 0 && factor < Float.POSITIVE_INFINITY)) {
      return 0;
    }
    while (target.low() + width * factor < target.high()) {
      factor = Math.nextUp(factor);
    }
    return factor;
  }

  @Override
  public void apply(float[] values, Block block) {
    float factor = scale[block.channel()];
    float zero = offset[block.channel()];
    float low = target.low();
    float high = target.high();
    if (factor == 0) {
      Arrays.fill(values, block.from(), block.from() + block.count(), low);
      return;
    }
    for (int i = block.from(), end = i + block.count(); i < end; i++) {
      values[i] = Math.min(high, Math.max(low, low + (values[i] - zero) * factor));
    }
  }
}
