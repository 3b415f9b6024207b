package org.variegate.engine.internal.run;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.variegate.api.Sink;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.RunListener;
import org.variegate.engine.internal.dataset.EncodedSample;
import org.variegate.engine.internal.dataset.Inputs;
import org.variegate.engine.internal.dataset.ShardSummary;
import org.variegate.engine.internal.dataset.ShardWriter;
import org.variegate.engine.internal.dataset.Shards;
import org.variegate.engine.internal.dataset.Target;
import org.variegate.engine.internal.provenance.VersionSet;
import org.variegate.engine.recipe.Recipe;

/**
 * Puts samples together to shards, in order, and counts failures. A shard is written by one
 * instance of the sink. Used by one thread at a time.
 */
final class Assembly {
  private static final int FAILURES_TOLD = 20;

  private final Recipe recipe;
  private final Shards shards;
  private final Target target;
  private final RunListener listener;
  private final SortedMap<Long, ShardSummary> complete;
  private final Inputs inputs;
  private final Set<String> seen = new HashSet<>();
  private VersionSet last;
  private ShardWriter writer;
  private Sink sink;
  private int inShard;
  private int failedInShard;
  private long done;
  private long failed;

  Assembly(Recipe recipe, Target target, RunListener listener) {
    this.recipe = recipe;
    this.shards = new Shards(recipe.samples(), recipe.samplesPerShard());
    this.target = target;
    this.listener = listener;
    this.complete = new ConcurrentSkipListMap<>(target.present());
    this.inputs = target.inputs();
    complete.values().forEach(this::counts);
  }

  private void counts(ShardSummary shard) {
    done += shard.count();
    failed += shard.failed();
    for (VersionSet set : shard.versions()) {
      seen.add(set.id());
      last = set;
    }
  }

  /** Appends a sample; false if its shard must be made again, with the sink that is there now. */
  boolean append(Delivery delivery) throws IOException, RunException {
    requireSameInputs(delivery.sample());
    if (writer == null) {
      sink = delivery.sink();
      writer = target.shard(delivery.job().shard(), sink);
    } else if (target.stores() && sink != delivery.sink()) {
      return false;
    }
    EncodedSample sample = delivery.sample();
    tellReplaced(sample);
    writer.append(sample);
    inShard++;
    done++;
    if (sample.failure() != null) {
      fails(sample);
    }
    if (inShard == shards.size(delivery.job().shard())) {
      publish();
    }
    listener.sampleDone(done, failed);
    return true;
  }

  private void requireSameInputs(EncodedSample sample) throws RunException {
    inputs.add(sample.inputs());
    if (inputs.conflict() != null) {
      throw new RunException(
          Cause.TARGET,
          inputs.conflict() + "; bring it back, or make the dataset anew in another folder");
    }
  }

  private void publish() throws IOException {
    ShardSummary summary = writer.finish();
    writer = null;
    forgetShard();
    complete.put(summary.shard(), summary);
  }

  /** Drops the shard that was begun. */
  void abandon() {
    if (writer != null) {
      writer.abandon();
      writer = null;
      done -= inShard;
      failed -= failedInShard;
      forgetShard();
    }
  }

  private void forgetShard() {
    sink = null;
    inShard = 0;
    failedInShard = 0;
  }

  private void tellReplaced(EncodedSample sample) {
    VersionSet now = sample.versions();
    if (seen.add(now.id()) && last != null) {
      listener.notice(
          "replaced: " + last.replacedBy(now) + ", from sample " + sample.index() + " on");
    }
    last = now;
  }

  private void fails(EncodedSample sample) throws RunException {
    failed++;
    failedInShard++;
    String command = listener.replayCommand(sample.index());
    String words =
        "sample "
            + sample.index()
            + " failed: "
            + sample.failure()
            + (command == null ? "" : "; to see it: " + command);
    if (failed <= FAILURES_TOLD) {
      listener.notice(words);
    }
    if (failed > allowed()) {
      throw new RunException(
          Cause.FAILURES,
          failed
              + " of "
              + recipe.samples()
              + " samples failed, failures.maximum allows "
              + allowed()
              + "; "
              + words);
    }
  }

  /** Of a fraction of next to nothing, one is allowed, so that small datasets can be finished. */
  private long allowed() {
    long share = (long) Math.floor(recipe.failuresMaximum() * recipe.samples());
    return recipe.failuresMaximum() > 0 ? Math.max(1, share) : 0;
  }

  /**
   * The shards that are there now. Any thread may ask: a worker that hangs may have one in hand.
   */
  SortedMap<Long, ShardSummary> complete() {
    return new TreeMap<>(complete);
  }
}
