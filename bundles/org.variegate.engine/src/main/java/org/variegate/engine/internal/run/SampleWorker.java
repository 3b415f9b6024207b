package org.variegate.engine.internal.run;

import java.util.Set;
import org.variegate.api.Sink;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.engine.RunException;
import org.variegate.engine.internal.dataset.EncodedSample;
import org.variegate.engine.internal.dataset.SampleEncoder;
import org.variegate.engine.internal.pipeline.Made;
import org.variegate.engine.internal.pipeline.SampleMaker;
import org.variegate.engine.internal.pipeline.Snapshot;
import org.variegate.engine.internal.pipeline.StageFailure;
import org.variegate.engine.internal.provenance.VersionSet;
import org.variegate.engine.recipe.Recipe;

/**
 * Makes and encodes one sample after another, with the stages that are there when it begins. A
 * sample that fails while they change is made again; one that fails by itself becomes a record of
 * its failure. Confined to one thread.
 */
public final class SampleWorker {
  private final SampleMaker maker;
  private final Attendance attendance;
  private final SampleEncoder encoder;
  private final String sinkPath;
  private final DrawRecord record = new DrawRecord();

  /**
   * What came of a sample.
   *
   * @param sample encoded, or the record of its failure
   * @param sink the instance that encoded it
   */
  public record Result(EncodedSample sample, Sink sink) {}

  /**
   * A worker.
   *
   * @param recipe with a sink
   * @param maker of its samples
   * @param attendance knows the stages
   * @param encoder of this worker alone
   */
  public SampleWorker(
      Recipe recipe, SampleMaker maker, Attendance attendance, SampleEncoder encoder) {
    this.maker = maker;
    this.attendance = attendance;
    this.encoder = encoder;
    this.sinkPath = "sink." + recipe.sink().id();
  }

  /**
   * Makes a sample.
   *
   * @param index of the sample
   * @param overrides stand in for draws
   * @return what came of it, or null if a stop was requested while a stage was away
   * @throws RunException if a stage stays away
   */
  public Result make(long index, Overrides overrides) throws RunException {
    while (true) {
      Snapshot snapshot = attendance.complete();
      if (snapshot == null) {
        return null;
      }
      record.clear();
      Sink sink = maker.sink(snapshot);
      EncodedSample sample = attempt(index, overrides, snapshot, sink);
      if (sample.failure() == null || !attendance.changedSince(snapshot)) {
        return new Result(sample, sink);
      }
    }
  }

  private EncodedSample attempt(long index, Overrides overrides, Snapshot snapshot, Sink sink) {
    VersionSet versions = snapshot.versions();
    String encoding = null;
    try (Made made = maker.make(snapshot, index, record, overrides)) {
      encoding = sinkPath;
      return encoder.encode(made.sample(), maker.inputs(), sink, versions, record);
    } catch (Throwable e) {
      StageFailure.rethrowFatal(e);
      String line = StageFailure.line(encoding == null ? maker.lastStage() : encoding, e);
      return encoder.failed(index, line, maker.inputs(), versions, record);
    }
  }

  /**
   * The names of the last sample's draws.
   *
   * @return a view
   */
  public Set<String> draws() {
    return record.values().keySet();
  }
}
