package org.variegate.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleException;

/** Starts Variegate. */
public final class Main {
  private static final int DEFECT = 1;
  private static final int MEMORY = 9;

  /** What a process may take from a signal to its end, less what the end itself takes. */
  private static final long GRACE_MILLIS = 1800;

  private final Invocation invocation;
  private final CountDownLatch done = new CountDownLatch(1);

  private Main(Invocation invocation) {
    this.invocation = invocation;
  }

  /**
   * Boots the framework, runs the command line and ends the process with its exit code; after a
   * signal, with the signal's.
   *
   * @param arguments for the command line
   */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT); // Felix cannot read versions in the digits of other languages
    Main main = new Main(Invocation.of(List.of(arguments)));
    Runtime.getRuntime().addShutdownHook(new Thread(main::stop, "stop"));
    int exitCode = main.run();
    // after a signal the process ends by itself; a second exit could overtake the signal's code
    if (!main.invocation.stopRequested()) {
      System.exit(exitCode);
    }
  }

  private int run() {
    try (Booted framework = Booted.with(invocation)) {
      return framework.call();
    } catch (IOException | BundleException e) {
      System.err.println("variegate: cannot start: " + e.getMessage());
      return DEFECT;
    } catch (OutOfMemoryError e) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      System.err.println(
          "variegate: needs more memory than "
              + megabytes
              + " MB: set VARIEGATE_OPTS=-Xmx"
              + 2 * megabytes
              + "m (or more), or use fewer --workers or smaller samples");
      return MEMORY;
    } catch (RuntimeException | Error e) {
      System.err.println("variegate: a defect, please report it: " + e);
      return DEFECT;
    } finally {
      done.countDown();
    }
  }

  private void stop() {
    invocation.requestStop();
    try {
      done.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
