package org.variegate.engine.internal.pipeline;

import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.draws.Draws;

/** An inner pipeline as the source that an outer stage sees. */
public final class PipelineSource implements Source {
  private final PipelinePlan plan;
  private final ThreadLocal<Making> making;

  PipelineSource(PipelinePlan plan, ThreadLocal<Making> making) {
    this.plan = plan;
    this.making = making;
  }

  @Override
  public void open(Sample sample, Draws draws) {
    Making now = making.get();
    now.requireBegun();
    String outer = now.path();
    plan.run(now, sample, draws);
    now.enters(outer);
  }
}
