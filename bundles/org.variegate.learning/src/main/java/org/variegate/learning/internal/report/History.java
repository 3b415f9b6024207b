package org.variegate.learning.internal.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.variegate.engine.files.Json;

/** What the log of a training says. */
final class History {

  /**
   * A validation.
   *
   * @param step after which it was
   * @param measures name to value, low and high; both NaN if there is no interval
   */
  record Validation(double step, Map<String, double[]> measures) {}

  private final List<double[]> steps = new ArrayList<>();
  private final List<Validation> validations = new ArrayList<>();

  private History() {}

  /**
   * Reads a log.
   *
   * @param bytes of it that are true; what comes after the last checkpoint is not
   */
  static History read(Path log, long bytes) throws IOException {
    History history = new History();
    long read = 0;
    try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        read += line.getBytes(StandardCharsets.UTF_8).length + 1L;
        if (read > bytes) {
          break;
        }
        history.add(Json.object(line));
      }
    }
    return history;
  }

  private void add(Map<String, Object> line) {
    double step = number(line.get("step"));
    if (line.containsKey("loss")) {
      steps.add(new double[] {step, number(line.get("loss")), number(line.get("rate"))});
    } else if (line.get("validation") instanceof Map<?, ?> measures) {
      validations.add(new Validation(step, Measured.all(measures)));
    }
  }

  private static double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  double lastStep() {
    return steps.get(steps.size() - 1)[0];
  }

  Curve loss() {
    return curve(1);
  }

  Curve rate() {
    return curve(2);
  }

  private Curve curve(int column) {
    return new Curve(
        steps.stream().mapToDouble(step -> step[0]).toArray(),
        steps.stream().mapToDouble(step -> step[column]).toArray());
  }

  /** The names of what was measured, the one by which the best state is chosen first. */
  Set<String> measures() {
    Set<String> names = new LinkedHashSet<>();
    validations.forEach(validation -> names.addAll(validation.measures().keySet()));
    return names;
  }

  /** The validations in which a measure has a value. */
  List<Validation> of(String measure) {
    return validations.stream()
        .filter(validation -> validation.measures().containsKey(measure))
        .filter(validation -> Double.isFinite(validation.measures().get(measure)[0]))
        .toList();
  }
}
