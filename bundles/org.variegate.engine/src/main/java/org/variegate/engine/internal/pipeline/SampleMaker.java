package org.variegate.engine.internal.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.variegate.api.Sample;
import org.variegate.api.Sink;
import org.variegate.api.TaskModel;
import org.variegate.api.space.Resampler;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;

/** Makes samples of one pipeline with the instances of a snapshot. Thread-safe. */
public final class SampleMaker {
  private final PipelinePlan plan;
  private final int sink;
  private final int model;
  private final long seed;
  private final Resampler resampler;
  private final ThreadLocal<Making> making = ThreadLocal.withInitial(Making::new);
  private final ConcurrentLinkedDeque<WorkerArena> arenas = new ConcurrentLinkedDeque<>();

  /**
   * A maker.
   *
   * @param layout the pipeline
   * @param seed the dataset's
   * @param resampler moves parts through space
   */
  public SampleMaker(Layout layout, long seed, Resampler resampler) {
    this.plan = layout.pipeline();
    this.sink = layout.sink();
    this.model = layout.model();
    this.seed = seed;
    this.resampler = resampler;
  }

  /**
   * An inner pipeline, to be registered for the stage that opens it.
   *
   * @param inner part of this maker's plan
   * @return a source that works while this maker makes a sample
   */
  public PipelineSource source(PipelinePlan inner) {
    return new PipelineSource(inner, making);
  }

  /**
   * Makes a sample.
   *
   * @param snapshot complete; makes the whole sample
   * @param index of the sample
   * @param record receives its draws
   * @param overrides stand in for draws
   * @return the sample, to be closed
   * @throws RuntimeException whatever a stage threw
   */
  public Made make(Snapshot snapshot, long index, DrawRecord record, Overrides overrides) {
    WorkerArena pooled = arenas.pollFirst();
    WorkerArena arena = pooled == null ? new WorkerArena() : pooled;
    Making now = making.get();
    now.begin(snapshot);
    Sample sample = new Sample(index, resampler, arena, now::reads);
    boolean made = false;
    try {
      plan.run(now, sample, new SampleDraws(seed, index, record, overrides));
      made = true;
    } finally {
      now.end();
      if (!made) {
        giveBack(arena);
      }
    }
    return new Made(this, sample, snapshot, arena);
  }

  /**
   * The stage that worked last in this thread.
   *
   * @return its path
   */
  public String lastStage() {
    return making.get().path();
  }

  /**
   * The files that the last sample in this thread was made from.
   *
   * @return a copy: the stage's path, a slash and the file's name, to SHA-256, in the order of
   *     reading
   */
  public Map<String, String> inputs() {
    return new LinkedHashMap<>(making.get().inputs());
  }

  /**
   * The sink.
   *
   * @param snapshot complete
   * @return its instance
   */
  public Sink sink(Snapshot snapshot) {
    return snapshot.stage(sink, Sink.class);
  }

  /**
   * The task model.
   *
   * @param snapshot complete
   * @return its instance
   */
  public TaskModel model(Snapshot snapshot) {
    return snapshot.stage(model, TaskModel.class);
  }

  void giveBack(WorkerArena arena) {
    arena.end();
    arenas.addFirst(arena);
  }
}
