package org.variegate.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A line at every tenth of the samples, but not more often than every second; at least every ten.
 */
final class ProgressLines implements Progress {
  private static final double SHORTEST_SECONDS = 1;
  private static final double LONGEST_SECONDS = 10;

  private final PrintStream out;
  private final boolean json;
  private final BooleanSupplier stopRequested;
  private final LongSupplier nanoTime;
  private long start;
  private long samples;
  private long present;
  private double shown;
  private long shownTenths;

  ProgressLines(PrintStream out, boolean json, BooleanSupplier stopRequested) {
    this(out, json, stopRequested, System::nanoTime);
  }

  ProgressLines(
      PrintStream out, boolean json, BooleanSupplier stopRequested, LongSupplier nanoTime) {
    this.out = out;
    this.json = json;
    this.stopRequested = stopRequested;
    this.nanoTime = nanoTime;
  }

  @Override
  public void begins(long samples, long present) {
    this.samples = samples;
    this.present = present;
    start = nanoTime.getAsLong();
    if (json) {
      out.println(JsonLine.of(Map.of("event", "begin", "samples", samples, "present", present)));
    }
  }

  @Override
  public void sampleDone(long done, long failed) {
    double seconds = (nanoTime.getAsLong() - start) / 1e9;
    long tenths = samples == 0 ? 0 : 10 * done / samples;
    double since = seconds - shown;
    boolean first = json && done == present + 1;
    if (first || since >= LONGEST_SECONDS || (since >= SHORTEST_SECONDS && tenths > shownTenths)) {
      shown = seconds;
      shownTenths = tenths;
      show(done, failed, (done - present) / seconds);
    }
  }

  private void show(long done, long failed, double rate) {
    double left = rate > 0 ? (samples - done) / rate : 0;
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("event", "progress");
      line.put("done", done);
      line.put("samples", samples);
      line.put("failed", failed);
      line.put("perSecond", rate);
      line.put("secondsLeft", left);
      line.put("heapMegabytes", Progress.megabytes());
      out.println(JsonLine.of(line));
      return;
    }
    out.printf(
        Locale.ROOT,
        "%3d %%  %d of %d samples, %.1f a second, %.0f s left, %d failed, %d MB%n",
        100 * done / Math.max(1, samples),
        done,
        samples,
        rate,
        left,
        failed,
        Progress.megabytes());
  }

  @Override
  public void notice(String message) {
    out.println(json ? JsonLine.of(Map.of("event", "notice", "message", message)) : message);
  }

  @Override
  public boolean stopRequested() {
    return stopRequested.getAsBoolean();
  }

  @Override
  public void close() {
    // lines need no end
  }
}
