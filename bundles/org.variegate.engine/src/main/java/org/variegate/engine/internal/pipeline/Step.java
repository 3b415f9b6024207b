package org.variegate.engine.internal.pipeline;

import org.variegate.api.Annotator;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.api.Synthesizer;
import org.variegate.draws.Draws;
import org.variegate.engine.recipe.PluginDescription.Kind;

/**
 * One step of a pipeline.
 *
 * @param id names its draws
 * @param path of the stage in the recipe
 * @param kind what it is called as
 * @param slot number of the slot whose component does the work; unused where there is an inner
 *     pipeline
 * @param inner the pipeline that stands here, or null
 */
public record Step(String id, String path, Kind kind, int slot, PipelinePlan inner) {

  void run(Making making, Sample sample, Draws draws) {
    Draws own = draws.child(id);
    if (inner != null) {
      inner.run(making, sample, own);
      return;
    }
    making.enters(path);
    Snapshot snapshot = making.snapshot();
    switch (kind) {
      case SOURCE -> snapshot.stage(slot, Source.class).open(sample, own);
      case RANDOMIZER -> snapshot.stage(slot, Randomizer.class).randomize(sample, own);
      case SYNTHESIZER -> snapshot.stage(slot, Synthesizer.class).synthesize(sample, own);
      case ANNOTATOR -> snapshot.stage(slot, Annotator.class).annotate(sample);
      case SINK -> throw new IllegalStateException(path + ": a sink is no step of a pipeline");
    }
  }
}
