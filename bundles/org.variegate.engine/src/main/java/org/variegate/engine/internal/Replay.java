package org.variegate.engine.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.variegate.api.Sink;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.NearestName;
import org.variegate.draws.Overrides;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.internal.dataset.Chunks;
import org.variegate.engine.internal.dataset.DiskFailure;
import org.variegate.engine.internal.dataset.EncodedSample;
import org.variegate.engine.internal.dataset.SampleEncoder;
import org.variegate.engine.internal.dataset.SampleFolder;
import org.variegate.engine.internal.pipeline.Made;
import org.variegate.engine.internal.pipeline.Snapshot;
import org.variegate.engine.internal.pipeline.StageFailure;
import org.variegate.engine.recipe.Recipe;

/** Makes single samples of a dataset again. */
final class Replay {
  private final Recipe recipe;
  private final WiredPipeline pipeline;
  private final Chunks chunks = new Chunks(Chunks.SIZE);
  private final DrawRecord record = new DrawRecord();

  Replay(Recipe recipe, WiredPipeline pipeline) {
    if (recipe.sink() == null) {
      throw new IllegalArgumentException("sink: needs one to encode a sample, has none");
    }
    this.recipe = recipe;
    this.pipeline = pipeline;
  }

  /** The sample's line of the manifest; its files go to {@code target}, unless that is null. */
  String run(long index, List<String> assignments, Path target) throws RunException {
    Overrides overrides = overrides(assignments);
    Snapshot snapshot = pipeline.snapshot();
    EncodedSample sample = make(index, overrides, snapshot);
    try {
      if (sample.failure() != null) {
        throw new RunException(Cause.SAMPLE, "sample " + index + ": " + sample.failure());
      }
      requireUsed(overrides);
      if (target != null) {
        write(sample, pipeline.maker().sink(snapshot), target);
      }
      return new String(sample.line(), StandardCharsets.UTF_8).strip();
    } finally {
      sample.release();
    }
  }

  /** Makes a sample as it is in the dataset. */
  EncodedSample make(long index) throws RunException {
    return make(index, Overrides.NONE, pipeline.snapshot());
  }

  private EncodedSample make(long index, Overrides overrides, Snapshot snapshot) {
    SampleEncoder encoder = new SampleEncoder(chunks, true);
    record.clear();
    Sink sink = pipeline.maker().sink(snapshot);
    String at = null;
    try (Made made = pipeline.maker().make(snapshot, index, record, overrides)) {
      at = "sink." + recipe.sink().id();
      return encoder.encode(made.sample(), sink, snapshot.versions(), record);
    } catch (Throwable e) {
      StageFailure.rethrowFatal(e);
      String line = StageFailure.line(at == null ? pipeline.maker().lastStage() : at, e);
      return encoder.failed(index, line, snapshot.versions(), record);
    }
  }

  private static Overrides overrides(List<String> assignments) throws RunException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new RunException(
            Cause.SAMPLE, assignment + ": needs draw=value, such as noise.sigma=3");
      }
      values.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    return new Overrides(values);
  }

  private void requireUsed(Overrides overrides) throws RunException {
    Set<String> unused = overrides.unused();
    if (!unused.isEmpty()) {
      String name = unused.iterator().next();
      throw new RunException(
          Cause.SAMPLE,
          name
              + ": no such draw in this sample; "
              + NearestName.hint(name, record.values().keySet()));
    }
  }

  private void write(EncodedSample sample, Sink sink, Path target) throws RunException {
    try {
      long shard = sample.index() / recipe.samplesPerShard();
      new SampleFolder(target, shard).write(sample, sink);
    } catch (IOException e) {
      throw new RunException(Cause.TARGET, target + ": " + DiskFailure.line(e));
    }
  }
}
