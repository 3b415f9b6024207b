package org.variegate.learning.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.variegate.engine.files.Json;

/**
 * How far a training has come. Beside the network's state, all that is needed to go on.
 *
 * @param step steps done
 * @param position samples seen, failed ones included
 * @param failed samples among them
 * @param threads that compute a step
 * @param log bytes of the log that are true
 * @param versions what made the last samples, as text
 * @param bestStep the step after which it was best, or -1
 * @param best its first measure
 * @param measuredStep the step after which it was measured last, or would have been
 * @param stale validations since then
 * @param ended whether nothing is left to do
 */
record State(
    long step,
    long position,
    long failed,
    int threads,
    long log,
    String versions,
    long bestStep,
    double best,
    long measuredStep,
    int stale,
    boolean ended) {

  static State begin(int threads) {
    return new State(0, 0, 0, threads, 0, "", -1, Double.NEGATIVE_INFINITY, 0, 0, false);
  }

  /** After one more step. */
  State stepped(long nowAt, long nowFailed) {
    return new State(
        step + 1,
        nowAt,
        nowFailed,
        threads,
        log,
        versions,
        bestStep,
        best,
        measuredStep,
        stale,
        false);
  }

  /** With what makes samples from now on. */
  State madeBy(String text) {
    return new State(
        step, position, failed, threads, log, text, bestStep, best, measuredStep, stale, ended);
  }

  /** After the network was measured, or would have been if there were something to measure on. */
  State measured(double score) {
    boolean better = betters(score);
    return new State(
        step,
        position,
        failed,
        threads,
        log,
        versions,
        better ? step : bestStep,
        better ? score : best,
        step,
        better ? 0 : stale + 1,
        ended);
  }

  /** Whether a measure is better than all before; the first is, whatever it is. */
  boolean betters(double score) {
    return bestStep < 0 || score > best;
  }

  /** With so many true bytes of the log. */
  State logged(long bytes) {
    return new State(
        step,
        position,
        failed,
        threads,
        bytes,
        versions,
        bestStep,
        best,
        measuredStep,
        stale,
        ended);
  }

  /** With nothing left to do. */
  State atEnd() {
    return new State(
        step, position, failed, threads, log, versions, bestStep, best, measuredStep, stale, true);
  }

  String json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("step", step);
    fields.put("position", position);
    fields.put("failed", failed);
    fields.put("threads", threads);
    fields.put("log", log);
    fields.put("versions", versions);
    fields.put("bestStep", bestStep);
    fields.put("best", Double.isFinite(best) ? List.of(best) : List.of());
    fields.put("measuredStep", measuredStep);
    fields.put("stale", stale);
    fields.put("ended", ended);
    return Json.text(fields) + "\n";
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if that is no state
   */
  static State of(Map<String, Object> fields) {
    try {
      List<?> best = (List<?>) fields.get("best");
      return new State(
          number(fields, "step"),
          number(fields, "position"),
          number(fields, "failed"),
          (int) number(fields, "threads"),
          number(fields, "log"),
          (String) fields.get("versions"),
          number(fields, "bestStep"),
          best.isEmpty() ? Double.NEGATIVE_INFINITY : ((Number) best.get(0)).doubleValue(),
          number(fields, "measuredStep"),
          (int) number(fields, "stale"),
          (Boolean) fields.get("ended"));
    } catch (ClassCastException | NullPointerException e) {
      throw new IllegalArgumentException("has other keys than it should", e);
    }
  }

  private static long number(Map<String, Object> fields, String key) {
    return ((Number) fields.get(key)).longValue();
  }
}
