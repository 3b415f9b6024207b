package org.variegate.learning.internal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.variegate.api.Sample;
import org.variegate.api.Sink;
import org.variegate.api.TaskModel;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.engine.MadeSample;
import org.variegate.engine.Pipeline;

/** A pipeline of samples that have nothing but an index. */
final class Points implements Pipeline {
  volatile TaskModel model;
  volatile LongFunction<Map<String, String>> inputs = index -> Map.of();
  final AtomicInteger made = new AtomicInteger();
  volatile Set<Long> broken = Set.of();
  Map<String, Object> facts = Map.of();

  Points(TaskModel model) {
    this.model = model;
  }

  @Override
  public MadeSample make(long index, DrawRecord record, Overrides overrides) {
    made.incrementAndGet();
    if (broken.contains(index)) {
      throw new IllegalArgumentException("needs a point, got none");
    }
    Sample sample = new Sample(index, null, null);
    return new MadeSample() {
      @Override
      public Sample sample() {
        return sample;
      }

      @Override
      public Map<String, String> versions() {
        return Map.of();
      }

      @Override
      public Map<String, String> inputs() {
        return inputs.apply(index);
      }

      @Override
      public void close() {
        // holds nothing
      }
    };
  }

  @Override
  public String failure(Throwable why) {
    return "points: " + why.getMessage();
  }

  @Override
  public Set<String> gives() {
    return Set.of();
  }

  @Override
  public Map<String, Object> facts() {
    return facts;
  }

  @Override
  public TaskModel model() {
    return model;
  }

  @Override
  public Sink sink() {
    throw new IllegalStateException("has none");
  }

  @Override
  public Map<String, String> versions() {
    return Map.of("points", "test 1");
  }

  @Override
  public void close() {
    // holds nothing
  }
}
