package org.variegate.yardsticks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who was taken for what. */
final class Table {
  private final List<String> labels;
  private final Map<String, Row> rows = new TreeMap<>();

  /** What is counted together: a class, or a kind of photographs of a class. */
  private record Row(int label, int[] counts) {
    int sum() {
      return Arrays.stream(counts).sum();
    }

    double right() {
      return (double) counts[label] / sum();
    }
  }

  Table(List<String> labels) {
    this.labels = labels;
  }

  /** Counts an answer for a class. */
  void add(String label, String answer) {
    count(label, label, answer);
  }

  /** Counts an answer for a kind of photographs of a class. */
  void add(String label, String kind, String answer) {
    count(label + " " + kind, label, answer);
  }

  private void count(String row, String label, String answer) {
    rows.computeIfAbsent(row, r -> new Row(labels.indexOf(label), new int[labels.size()]))
        .counts[labels.indexOf(answer)]++;
  }

  /** The share of a class with this answer. */
  double share(String label, String answer) {
    Row row = rows.get(label);
    return (double) row.counts[labels.indexOf(answer)] / row.sum();
  }

  /** The share right over all rows that are classes. */
  double accuracy() {
    int right = 0;
    int all = 0;
    for (String label : labels) {
      if (rows.containsKey(label)) {
        right += rows.get(label).counts[labels.indexOf(label)];
        all += rows.get(label).sum();
      }
    }
    return (double) right / all;
  }

  /** A line a row: its size, the share of each answer, the share right with its standard error. */
  String print() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-14s%7s", "", "number"));
    for (String label : labels) {
      text.append(String.format(Locale.ROOT, " %7s", label));
    }
    text.append("   right\n");
    rows.forEach(
        (name, row) -> {
          int n = row.sum();
          text.append(String.format(Locale.ROOT, "%-14s %6d", name, n));
          for (int count : row.counts) {
            text.append(String.format(Locale.ROOT, "%8.3f", (double) count / n));
          }
          double p = row.right();
          double error = Math.sqrt(p * (1 - p) / n);
          text.append(String.format(Locale.ROOT, "   %.3f +- %.3f%n", p, error));
        });
    return text.toString();
  }
}
