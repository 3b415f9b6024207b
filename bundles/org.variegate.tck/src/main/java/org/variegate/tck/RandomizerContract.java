package org.variegate.tck;

import java.util.Map;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.Draws;

/** The rules of a randomizer. */
public interface RandomizerContract extends DrawingContract<Randomizer> {

  @Override
  default Map<String, byte[]> apply(Randomizer stage, Sample sample, Draws draws) {
    stage.randomize(sample, draws);
    return Map.of();
  }
}
