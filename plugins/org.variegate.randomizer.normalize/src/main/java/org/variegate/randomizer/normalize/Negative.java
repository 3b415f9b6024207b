package org.variegate.randomizer.normalize;

import org.variegate.api.volume.Block;
import org.variegate.api.volume.BlockChange;

/** Exchanges dark and bright within a range, its ends exactly. */
record Negative(Interval range) implements BlockChange {

  @Override
  public void apply(float[] values, Block block) {
    float low = range.low();
    float high = range.high();
    for (int i = block.from(), end = i + block.count(); i < end; i++) {
      values[i] = Math.max(low, high - (values[i] - low));
    }
  }
}
