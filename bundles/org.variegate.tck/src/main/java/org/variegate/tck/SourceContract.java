package org.variegate.tck;

import java.util.List;
import java.util.Map;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.draws.Draws;

/** The rules of a source. */
public interface SourceContract extends DrawingContract<Source> {

  @Override
  default Map<String, byte[]> apply(Source stage, Sample sample, Draws draws) {
    stage.open(sample, draws);
    return Map.of();
  }

  @Override
  default List<Fixture> samples() {
    return Fixtures.empty();
  }
}
