package org.variegate.randomizer.normalize;

import org.variegate.api.volume.Block;
import org.variegate.api.volume.BlockChange;

/** Sets values outside a range to the nearer end. */
record Clip(Interval range) implements BlockChange {

  @Override
  public void apply(float[] values, Block block) {
    float low = range.low();
    float high = range.high();
    for (int i = block.from(), end = i + block.count(); i < end; i++) {
      values[i] = Math.min(high, Math.max(low, values[i]));
    }
  }
}
