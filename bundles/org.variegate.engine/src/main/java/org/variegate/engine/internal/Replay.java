package org.variegate.engine.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.variegate.api.Sink;
import org.variegate.draws.NearestName;
import org.variegate.draws.Overrides;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.files.DiskFailure;
import org.variegate.engine.internal.dataset.Chunks;
import org.variegate.engine.internal.dataset.EncodedSample;
import org.variegate.engine.internal.dataset.SampleEncoder;
import org.variegate.engine.internal.dataset.SampleFolder;
import org.variegate.engine.internal.run.SampleWorker;
import org.variegate.engine.recipe.Recipe;

/** Makes single samples of a dataset again. */
final class Replay {
  private static final int IDLE = 1 << 10;

  private final Recipe recipe;
  private final Map<String, Object> facts;
  private final SampleWorker worker;

  Replay(Recipe recipe, WiredPipeline pipeline) {
    if (recipe.sink() == null) {
      throw new IllegalArgumentException("sink: needs one to encode a sample, has none");
    }
    this.recipe = recipe;
    this.facts = pipeline.facts();
    SampleEncoder encoder = new SampleEncoder(new Chunks(IDLE), true);
    this.worker = new SampleWorker(recipe, pipeline.maker(), pipeline.attendance(), encoder);
  }

  /** The sample's line of the manifest; its files go to {@code target}, unless that is null. */
  String run(long index, List<String> assignments, Path target) throws RunException {
    Overrides overrides = overrides(assignments);
    SampleWorker.Result result = worker.make(index, overrides);
    EncodedSample sample = result.sample();
    try {
      if (!overrides.refused().isEmpty()) {
        throw new RunException(Cause.OVERRIDE, overrides.refused().get(0));
      }
      if (sample.failure() != null) {
        throw new RunException(Cause.SAMPLE, "sample " + index + ": " + sample.failure());
      }
      requireUsed(overrides);
      if (target != null) {
        write(sample, result.sink(), target);
      }
      return new String(sample.line(), StandardCharsets.UTF_8).strip();
    } finally {
      sample.release();
    }
  }

  /** Makes a sample as it is in the dataset; its buffers must be released. */
  EncodedSample make(long index) throws RunException {
    return worker.make(index, Overrides.NONE).sample();
  }

  private static Overrides overrides(List<String> assignments) throws RunException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new RunException(
            Cause.OVERRIDE, assignment + ": needs draw=value, such as noise.sigma=3");
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
          Cause.OVERRIDE,
          name + ": no such draw in this sample; " + NearestName.hint(name, worker.draws()));
    }
  }

  private void write(EncodedSample sample, Sink sink, Path target) throws RunException {
    try {
      long shard = sample.index() / recipe.samplesPerShard();
      new SampleFolder(target, shard, facts).write(sample, sink);
    } catch (IOException e) {
      throw new RunException(Cause.TARGET, target + ": " + DiskFailure.line(e));
    }
  }
}
