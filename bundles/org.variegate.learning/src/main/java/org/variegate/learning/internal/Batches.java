package org.variegate.learning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.variegate.api.task.Example;
import org.variegate.engine.RunException;

/** Gathers the examples of a stream to batches. Used by one thread. */
final class Batches {
  private final ExampleStream stream;
  private final int size;
  private final Failures failures;
  private final Consumer<Set<String>> files;
  private long position;

  /**
   * Gathers.
   *
   * @param stream in order
   * @param position of its first
   * @param size examples in a batch
   * @param failures counts samples without an example
   * @param files is told what the samples' sources read
   */
  Batches(
      ExampleStream stream,
      long position,
      int size,
      Failures failures,
      Consumer<Set<String>> files) {
    this.stream = stream;
    this.position = position;
    this.size = size;
    this.failures = failures;
    this.files = files;
  }

  /** The position after the last batch. */
  long position() {
    return position;
  }

  /**
   * The next batch.
   *
   * @return smaller than the others, or empty, at the end alone
   * @throws RunException if too many samples failed, or a stage stays away
   */
  List<Example> next() throws RunException {
    List<Example> batch = new ArrayList<>(size);
    while (batch.size() < size) {
      Item item = stream.take();
      if (item == null) {
        break;
      }
      position++;
      if (item.failure() != null) {
        failures.add(item);
        continue;
      }
      files.accept(item.files());
      batch.add(item.example());
    }
    return batch;
  }
}
