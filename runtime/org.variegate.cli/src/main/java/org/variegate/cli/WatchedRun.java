package org.variegate.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.variegate.engine.RunListener;

/**
 * A run as its user follows it: how it goes, how to see a sample that failed, and which jars that
 * came meanwhile do not run.
 */
final class WatchedRun implements RunListener {
  /** A jar that fails in two looks in a row is neither half copied nor half installed. */
  private static final long BETWEEN_LOOKS = 1_000_000_000;

  private final RunListener progress;
  private final TypedCommand typed;
  private final Supplier<List<String>> failedPlugins;
  private final LongSupplier nanoTime;
  private final Set<String> told;
  private Set<String> before = Set.of();
  private long last;

  /**
   * Watches.
   *
   * @param progress shows how it goes
   * @param typed for samples that fail
   * @param failedPlugins looks which jars do not run, a line each
   * @param told those that the user knows
   * @param nanoTime a clock
   */
  WatchedRun(
      RunListener progress,
      TypedCommand typed,
      Supplier<List<String>> failedPlugins,
      Set<String> told,
      LongSupplier nanoTime) {
    this.progress = progress;
    this.typed = typed;
    this.failedPlugins = failedPlugins;
    this.told = new HashSet<>(told);
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  @Override
  public void begins(long samples, long present) {
    progress.begins(samples, present);
  }

  @Override
  public void sampleDone(long done, long failed) {
    progress.sampleDone(done, failed);
  }

  @Override
  public void notice(String message) {
    progress.notice(message);
  }

  @Override
  public String replayCommand(long index) {
    return typed.replay(index);
  }

  /** Asked many times a second, by one thread at a time. */
  @Override
  public boolean stopRequested() {
    long now = nanoTime.getAsLong();
    if (now - last >= BETWEEN_LOOKS) {
      look();
      last = now;
    }
    return progress.stopRequested();
  }

  private void look() {
    List<String> lines = failedPlugins.get();
    told.retainAll(lines);
    for (String line : lines) {
      if (before.contains(line) && told.add(line)) {
        progress.notice("warning: " + line);
      }
    }
    before = Set.copyOf(lines);
  }
}
