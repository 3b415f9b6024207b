package org.variegate.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.variegate.api.task.Measure;
import org.variegate.engine.learning.TrainingListener;

/** A line of progress at most every second, and more rarely as time goes by. */
final class TrainingLines implements TrainingListener {
  private static final double SHORTEST_SECONDS = 1;
  private static final double LONGEST_SECONDS = 10;
  private static final double MEMORY_OF_LOSS = 0.95;

  private final PrintStream out;
  private final boolean json;
  private final String unit;
  private final BooleanSupplier stopRequested;
  private final LongSupplier nanoTime;
  private long start;
  private long steps;
  private long before;
  private double shown;
  private double loss = Double.NaN;

  TrainingLines(
      PrintStream out,
      boolean json,
      String unit,
      BooleanSupplier stopRequested,
      LongSupplier nanoTime) {
    this.out = out;
    this.json = json;
    this.unit = unit;
    this.stopRequested = stopRequested;
    this.nanoTime = nanoTime;
  }

  /** Lines where those of a run go. */
  static TrainingLines of(Root root, String unit) {
    Session session = root.session();
    PrintStream out = root.json ? session.out() : session.err();
    return new TrainingLines(
        out, root.json, unit, session.launch()::stopRequested, System::nanoTime);
  }

  @Override
  public void begins(long all, long done) {
    steps = all;
    before = done;
    start = nanoTime.getAsLong();
    shown = 0;
    if (json) {
      out.println(JsonLine.of(Map.of("event", "begin", unit + "s", all, "present", done)));
    }
  }

  @Override
  public void stepDone(long done, double now, double waited) {
    loss = Double.isNaN(loss) ? now : MEMORY_OF_LOSS * loss + (1 - MEMORY_OF_LOSS) * now;
    double seconds = (nanoTime.getAsLong() - start) / 1e9;
    double pause = Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, seconds / 20));
    if (seconds - shown < pause) {
      return;
    }
    shown = seconds;
    double rate = (done - before) / seconds;
    double left = rate > 0 ? (steps - done) / rate : 0;
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("event", "progress");
      line.put("done", done);
      line.put(unit + "s", steps);
      line.put("loss", Double.isNaN(loss) ? null : loss);
      line.put("perSecond", rate);
      line.put("waited", waited);
      line.put("secondsLeft", left);
      line.put("residentMegabytes", Resident.megabytes());
      out.println(JsonLine.of(line));
      return;
    }
    String losing = Double.isNaN(loss) ? "" : String.format(Locale.ROOT, ", loss %.4f", loss);
    String waiting =
        Double.isNaN(now) ? "" : String.format(Locale.ROOT, ", waited %.0f %%", 100 * waited);
    out.printf(
        Locale.ROOT,
        "%3d %%  %s %d of %d%s, %.1f a second%s, %.0f s left, %d MB%n",
        100 * done / Math.max(1, steps),
        unit,
        done,
        steps,
        losing,
        rate,
        waiting,
        left,
        Resident.megabytes());
  }

  @Override
  public void validated(long done, List<Measure> measures, boolean best) {
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("event", "validation");
      line.put("done", done);
      line.put("best", best);
      measures.forEach(measure -> line.put(measure.name(), measure.value()));
      out.println(JsonLine.of(line));
      return;
    }
    StringBuilder line = new StringBuilder("       validation after " + done + ":");
    for (Measure measure : measures.subList(0, Math.min(4, measures.size()))) {
      line.append(String.format(Locale.ROOT, " %s %.4f", measure.name(), measure.value()));
    }
    out.println(line + (best ? " (best)" : ""));
  }

  @Override
  public void notice(String message) {
    out.println(json ? JsonLine.of(Map.of("event", "notice", "message", message)) : message);
  }

  @Override
  public boolean stopRequested() {
    return stopRequested.getAsBoolean();
  }
}
