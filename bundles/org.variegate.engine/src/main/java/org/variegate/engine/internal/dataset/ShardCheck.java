package org.variegate.engine.internal.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.variegate.engine.RunListener;
import org.variegate.engine.files.Disk;

/** Reads all shards of a dataset again, by several threads. */
public final class ShardCheck {
  private final Path folder;
  private final Shards shards;
  private final int workers;
  private final AtomicLong next = new AtomicLong();
  private final SortedMap<Long, ShardSummary> right = new TreeMap<>();
  private final SortedMap<Long, String> wrong = new TreeMap<>();
  private final Inputs inputs = new Inputs();
  private IOException failure;

  /**
   * What was found.
   *
   * @param right shards whose bytes are what their manifest says
   * @param wrong what is the matter with the others that are there, in one line each
   * @param inputs the files that the samples of the right ones are made from
   */
  public record Result(
      SortedMap<Long, ShardSummary> right, SortedMap<Long, String> wrong, Inputs inputs) {}

  /**
   * A check.
   *
   * @param folder of the dataset
   * @param shards it should have
   * @param workers threads, at least 1
   */
  public ShardCheck(Path folder, Shards shards, int workers) {
    this.folder = folder;
    this.shards = shards;
    this.workers = workers;
  }

  /**
   * Reads all shards that are there.
   *
   * @param listener asked whether to stop
   * @return what was found until then
   * @throws IOException if a file cannot be read
   */
  public Result run(RunListener listener) throws IOException {
    Thread[] threads = new Thread[(int) Math.min(workers, shards.count())];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(() -> work(listener), "variegate-verify-" + i);
      threads[i].setDaemon(true);
      threads[i].start();
    }
    for (Thread thread : threads) {
      Disk.join(thread);
    }
    synchronized (right) {
      if (failure != null) {
        throw failure;
      }
    }
    return new Result(right, wrong, inputs);
  }

  private void work(RunListener listener) {
    long shard = next.getAndIncrement();
    while (shard < shards.count() && !listener.stopRequested()) {
      if (Files.isDirectory(folder.resolve(ShardFolder.name(shard)))) {
        check(shard);
      }
      shard = next.getAndIncrement();
    }
  }

  private void check(long shard) {
    try {
      ShardReader reader = new ShardReader(folder, shard, shards.first(shard), shards.size(shard));
      ShardSummary summary = reader.check();
      synchronized (right) {
        right.put(shard, summary);
        inputs.add(reader.inputs().hashes());
      }
    } catch (Mismatch e) {
      synchronized (right) {
        wrong.put(shard, e.getMessage());
      }
    } catch (IOException e) {
      synchronized (right) {
        failure = e;
      }
    }
  }
}
