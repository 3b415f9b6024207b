package org.variegate.cli;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that is redrawn in place, with samples a second, time left, failures and memory. */
final class ProgressBarOnTerminal implements Progress {
  private static final String CLEAR_LINE = "\r\033[K";
  private static final int INTERVAL_MILLIS = 200;

  private final PrintStream out;
  private final int width;
  private final BooleanSupplier stopRequested;
  private ProgressBar bar;

  ProgressBarOnTerminal(PrintStream out, int width, BooleanSupplier stopRequested) {
    this.out = out;
    this.width = width;
    this.stopRequested = stopRequested;
  }

  @Override
  public void begins(long samples, long present) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("samples")
            .setInitialMax(samples)
            .startsFrom(present, Duration.ZERO)
            .setUpdateIntervalMillis(INTERVAL_MILLIS)
            .setStyle(ProgressBarStyle.ASCII)
            .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, width - 1))
            .clearDisplayOnFinish()
            .build();
  }

  private synchronized void draw(String line) {
    out.print("\r" + line);
    out.flush();
  }

  @Override
  public void sampleDone(long done, long failed) {
    bar.stepTo(done);
    bar.setExtraMessage(", " + failed + " failed, " + Progress.megabytes() + " MB");
  }

  @Override
  public synchronized void notice(String message) {
    out.println(CLEAR_LINE + message);
  }

  @Override
  public boolean stopRequested() {
    return stopRequested.getAsBoolean();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      out.print(CLEAR_LINE);
      out.flush();
    }
  }
}
