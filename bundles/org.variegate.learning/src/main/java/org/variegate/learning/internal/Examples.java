package org.variegate.learning.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.variegate.api.task.Example;
import org.variegate.api.task.Network;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.engine.MadeSample;
import org.variegate.engine.Pipeline;
import org.variegate.engine.RunException;

/**
 * Makes examples of a pipeline's samples, and keeps them as long as there is room: a sample that is
 * shown again is the same. Thread-safe.
 */
final class Examples {
  private static final long OVERHEAD = 256;

  private static final Set<String> NOTES = Set.of("legend", "path", "files", "images", "mapping");

  private final Pipeline pipeline;
  private final Network network;
  private final String source;
  private final AtomicLong room;
  private final Map<Long, Item> kept = new ConcurrentHashMap<>();
  private final ThreadLocal<DrawRecord> records = ThreadLocal.withInitial(DrawRecord::new);

  /**
   * Makes examples.
   *
   * @param pipeline of the samples
   * @param source path of the stage that opens them
   * @param network says what it needs of a sample
   * @param room bytes of examples to keep
   */
  Examples(Pipeline pipeline, String source, Network network, long room) {
    this.pipeline = pipeline;
    this.source = source;
    this.network = network;
    this.room = new AtomicLong(room);
  }

  /**
   * The example of a sample, or why there is none.
   *
   * @throws RunException if a stage stays away
   */
  Item of(long index) throws RunException {
    Item known = kept.get(index);
    if (known != null) {
      return known;
    }
    Item made = make(index);
    long bytes = made.example() == null ? OVERHEAD : OVERHEAD + made.example().bytes();
    if (room.addAndGet(-bytes) >= 0) {
      kept.put(index, made);
    } else {
      room.addAndGet(bytes);
    }
    return made;
  }

  private Item make(long index) throws RunException {
    DrawRecord record = records.get();
    record.clear();
    MadeSample made;
    try {
      made = pipeline.make(index, record, Overrides.NONE);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return new Item(index, null, Set.of(), pipeline.failure(e));
    }
    try (made) {
      Example example = network.example(made.sample());
      return new Item(index, example, files(made), null);
    } catch (RuntimeException e) {
      return new Item(index, null, files(made), "model: " + e.getMessage());
    }
  }

  private Set<String> files(MadeSample made) {
    Set<String> files = new HashSet<>();
    made.inputs()
        .forEach(
            (input, sha256) -> {
              if (isShown(input, source)) {
                files.add(sha256);
              }
            });
    return files;
  }

  /**
   * Whether an input is a file that a source shows. What other stages read, such as materials and
   * skies, may be shared with a test, and so may what a source notes of its files' names and of the
   * table of its labels.
   */
  static boolean isShown(String input, String source) {
    int slash = Math.max(0, input.indexOf('/'));
    String stage = input.substring(0, slash);
    boolean ofSource = stage.equals(source) || stage.startsWith(source + ".");
    return ofSource && !NOTES.contains(input.substring(slash + 1));
  }
}
