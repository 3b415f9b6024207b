package org.variegate.tck;

import java.util.Map;
import org.variegate.api.Sample;
import org.variegate.api.Synthesizer;
import org.variegate.draws.Draws;

/** The rules of a synthesizer. */
public interface SynthesizerContract extends DrawingContract<Synthesizer> {

  @Override
  default Map<String, byte[]> apply(Synthesizer stage, Sample sample, Draws draws) {
    stage.synthesize(sample, draws);
    return Map.of();
  }
}
