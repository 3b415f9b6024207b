package org.variegate.engine.internal.pipeline;

import java.util.Map;
import org.variegate.api.Sample;
import org.variegate.engine.MadeSample;

/** A sample with its worker's buffers. Confined to one thread at a time. */
public final class Made implements MadeSample {
  private final SampleMaker maker;
  private final Sample sample;
  private final Snapshot snapshot;
  private WorkerArena arena;

  Made(SampleMaker maker, Sample sample, Snapshot snapshot, WorkerArena arena) {
    this.maker = maker;
    this.sample = sample;
    this.snapshot = snapshot;
    this.arena = arena;
  }

  @Override
  public Sample sample() {
    return sample;
  }

  @Override
  public Map<String, String> versions() {
    return snapshot.versions().texts();
  }

  @Override
  public Map<String, String> inputs() {
    return maker.inputs();
  }

  @Override
  public void close() {
    if (arena != null) {
      maker.giveBack(arena);
      arena = null;
    }
  }
}
