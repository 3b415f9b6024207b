package org.variegate.engine.internal.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The snapshot that holds now. Whoever follows the services replaces it; workers look at it. */
public final class Instances {
  private final Function<String, String> diagnosis;
  private volatile Snapshot current;

  /**
   * Begins with a snapshot.
   *
   * @param first holds until replaced
   * @param diagnosis says why the stage with this path is not there
   */
  public Instances(Snapshot first, Function<String, String> diagnosis) {
    this.current = first;
    this.diagnosis = diagnosis;
  }

  /**
   * What is there now.
   *
   * @return complete or not
   */
  public Snapshot current() {
    return current;
  }

  /**
   * Replaces what is there.
   *
   * @param snapshot holds from now on
   */
  public synchronized void replace(Snapshot snapshot) {
    current = snapshot;
    notifyAll();
  }

  /**
   * Waits for a complete snapshot.
   *
   * @param milliseconds how long at most
   * @return what is there then, complete or not
   * @throws InterruptedException if the thread was interrupted
   */
  public synchronized Snapshot await(long milliseconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    while (!current.complete()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    return current;
  }

  /**
   * Why stages are not there.
   *
   * @param missing their paths
   * @return one line
   */
  public String why(List<String> missing) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (String path : missing) {
      reasons.computeIfAbsent(diagnosis.apply(path), reason -> new ArrayList<>()).add(path);
    }
    return reasons.entrySet().stream()
        .map(reason -> line(reason.getValue(), reason.getKey()))
        .collect(Collectors.joining("; "));
  }

  private static String line(List<String> paths, String reason) {
    String also = String.join(", ", paths.subList(1, paths.size()));
    return paths.get(0) + " " + reason + (also.isEmpty() ? "" : " (and so " + also + ")");
  }
}
