package org.variegate.engine.internal.pipeline;

import java.util.List;
import org.variegate.api.Sample;
import org.variegate.draws.Draws;

/**
 * A source and the steps after it.
 *
 * @param source opens the sample
 * @param steps in order
 */
public record PipelinePlan(Step source, List<Step> steps) {

  /** Keeps a copy of the list. */
  public PipelinePlan {
    steps = List.copyOf(steps);
  }

  void run(Making making, Sample sample, Draws draws) {
    source.run(making, sample, draws);
    for (Step step : steps) {
      step.run(making, sample, draws);
    }
  }
}
