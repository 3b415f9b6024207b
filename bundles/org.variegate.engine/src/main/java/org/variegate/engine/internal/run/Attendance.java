package org.variegate.engine.internal.run;

import java.time.Duration;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.RunListener;
import org.variegate.engine.internal.pipeline.Instances;
import org.variegate.engine.internal.pipeline.Snapshot;

/** Waits for stages that are gone, says so once, and gives up after a while. Thread-safe. */
public final class Attendance {
  private static final long PATIENCE_MS = 500;
  private static final long STEP_MS = 50;

  private final Instances instances;
  private final Duration timeout;
  private final RunListener listener;
  private boolean told;

  /**
   * A wait.
   *
   * @param instances the stages
   * @param timeout how long a stage may stay away
   * @param listener told of it, and asked whether to stop
   */
  public Attendance(Instances instances, Duration timeout, RunListener listener) {
    this.instances = instances;
    this.timeout = timeout;
    this.listener = listener;
  }

  /**
   * The instances to make the next sample with.
   *
   * @return a complete snapshot, or null if a stop was requested meanwhile
   * @throws RunException if a stage stays away
   */
  public Snapshot complete() throws RunException {
    Snapshot snapshot = instances.current();
    return snapshot.complete() ? snapshot : waited();
  }

  /**
   * Whether what failed may have failed because the instances changed.
   *
   * @param before the snapshot it was tried with
   * @return true if there is another now
   */
  public boolean changedSince(Snapshot before) {
    return instances.current() != before;
  }

  private Snapshot waited() throws RunException {
    long begin = System.nanoTime();
    Snapshot snapshot = instances.current();
    while (!snapshot.complete() && !listener.stopRequested()) {
      Duration away = Duration.ofNanos(System.nanoTime() - begin);
      if (away.compareTo(timeout) >= 0) {
        throw new RunException(
            Cause.ABSENT,
            instances.why(snapshot.missing())
                + "; waited "
                + seconds()
                + " (swap.timeout); run again to go on");
      }
      if (away.toMillis() >= PATIENCE_MS) {
        tell(snapshot);
      }
      snapshot = step(away);
    }
    if (!snapshot.complete()) {
      return null;
    }
    tellBack();
    return snapshot;
  }

  private Snapshot step(Duration away) throws RunException {
    try {
      long left = timeout.minus(away).toMillis();
      return instances.await(Math.max(1, Math.min(STEP_MS, left)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunException(Cause.ABSENT, "interrupted while a stage was away");
    }
  }

  /** Unless another worker has told, or has told that all is well since this one looked. */
  private synchronized void tell(Snapshot snapshot) {
    if (!told && !instances.current().complete()) {
      told = true;
      listener.notice(
          instances.why(snapshot.missing()) + "; waiting up to " + seconds() + " for it");
    }
  }

  private synchronized void tellBack() {
    if (told) {
      told = false;
      listener.notice("all stages are there again");
    }
  }

  private String seconds() {
    double seconds = timeout.toMillis() / 1000.0;
    return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : "" + seconds) + " s";
  }
}
