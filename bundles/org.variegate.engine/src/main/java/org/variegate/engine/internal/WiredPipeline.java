package org.variegate.engine.internal;

import java.util.Map;
import java.util.Set;
import org.variegate.api.Sink;
import org.variegate.api.TaskModel;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.engine.MadeSample;
import org.variegate.engine.Pipeline;
import org.variegate.engine.RunException;
import org.variegate.engine.RunListener;
import org.variegate.engine.internal.pipeline.Instances;
import org.variegate.engine.internal.pipeline.SampleMaker;
import org.variegate.engine.internal.pipeline.Snapshot;
import org.variegate.engine.internal.pipeline.StageFailure;
import org.variegate.engine.internal.run.Attendance;
import org.variegate.engine.recipe.Recipe;

/** A pipeline whose stages are components. */
final class WiredPipeline implements Pipeline {
  private final SampleMaker maker;
  private final Wiring wiring;
  private final Attendance attendance;
  private final Set<String> gives;

  WiredPipeline(Recipe recipe, SampleMaker maker, Wiring wiring, Set<String> gives) {
    this.maker = maker;
    this.wiring = wiring;
    this.attendance = new Attendance(wiring.instances(), recipe.swapTimeout(), RunListener.SILENT);
    this.gives = Set.copyOf(gives);
  }

  @Override
  public MadeSample make(long index, DrawRecord record, Overrides overrides) throws RunException {
    while (true) {
      Snapshot snapshot = attendance.complete();
      try {
        return maker.make(snapshot, index, record, overrides);
      } catch (RuntimeException | LinkageError e) {
        if (!attendance.changedSince(snapshot)) {
          throw e;
        }
        record.clear();
      }
    }
  }

  @Override
  public String failure(Throwable why) {
    return StageFailure.line(maker.lastStage(), why);
  }

  /** The instances to make a sample with by {@link #maker}. */
  Snapshot snapshot() throws RunException {
    return attendance.complete();
  }

  Attendance attendance() {
    return attendance;
  }

  SampleMaker maker() {
    return maker;
  }

  @Override
  public TaskModel model() throws RunException {
    return maker.model(attendance.complete());
  }

  @Override
  public Sink sink() throws RunException {
    return maker.sink(attendance.complete());
  }

  @Override
  public Map<String, String> versions() throws RunException {
    return attendance.complete().versions().texts();
  }

  @Override
  public Map<String, Object> facts() {
    return wiring.facts();
  }

  Instances instances() {
    return wiring.instances();
  }

  @Override
  public Set<String> gives() {
    return gives;
  }

  @Override
  public void close() {
    wiring.close();
  }
}
