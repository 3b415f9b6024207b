package org.variegate.yardsticks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who was taken for what. */
final class Table {
  private final List<String> labels;
  private final Map<String, int[]> rows = new TreeMap<>();

  Table(List<String> labels) {
    this.labels = labels;
  }

  /**
   * Counts an answer.
   *
   * @param row what is counted together, such as a class or a kind of photographs of a class
   */
  void add(String row, String answer) {
    rows.computeIfAbsent(row, r -> new int[labels.size()])[labels.indexOf(answer)]++;
  }

  /** The share of a row with this answer. */
  double share(String row, String answer) {
    int[] counts = rows.get(row);
    return (double) counts[labels.indexOf(answer)] / sum(counts);
  }

  /** The share right over all rows that are classes. */
  double accuracy() {
    int right = 0;
    int all = 0;
    for (String label : labels) {
      if (rows.containsKey(label)) {
        right += rows.get(label)[labels.indexOf(label)];
        all += sum(rows.get(label));
      }
    }
    return (double) right / all;
  }

  /** A line a row: its size, the share of each answer, the share right with its standard error. */
  String print() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-14s%7s", "", "number"));
    for (String label : labels) {
      text.append(String.format(Locale.ROOT, "%8s", label));
    }
    text.append("   right\n");
    rows.forEach(
        (row, counts) -> {
          int n = sum(counts);
          text.append(String.format(Locale.ROOT, "%-14s%7d", row, n));
          for (int count : counts) {
            text.append(String.format(Locale.ROOT, "%8.3f", (double) count / n));
          }
          double p = share(row, row.split(" ")[0]);
          double error = Math.sqrt(p * (1 - p) / n);
          text.append(String.format(Locale.ROOT, "   %.3f +- %.3f%n", p, error));
        });
    return text.toString();
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }
}
