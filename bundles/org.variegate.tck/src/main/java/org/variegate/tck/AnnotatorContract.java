package org.variegate.tck;

import java.util.Map;
import org.variegate.api.Annotator;
import org.variegate.api.Sample;
import org.variegate.draws.Draws;

/** The rules of an annotator. */
public interface AnnotatorContract extends StageContract<Annotator> {

  @Override
  default Map<String, byte[]> apply(Annotator stage, Sample sample, Draws draws) {
    stage.annotate(sample);
    return Map.of();
  }
}
