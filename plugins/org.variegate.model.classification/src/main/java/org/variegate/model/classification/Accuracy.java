package org.variegate.model.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Measure;

/** How often a classifier is right. */
final class Accuracy implements Evaluation {
  private static final double SMALLEST = 1e-12;
  private static final double NORMAL = 1.959963984540054;

  private final Classifier classifier;
  private final Labels labels;
  private final int[][] confusion;
  private double loss;
  private int count;

  Accuracy(Classifier classifier, Labels labels) {
    this.classifier = classifier;
    this.labels = labels;
    int n = labels.names().size();
    confusion = new int[n][n];
  }

  @Override
  public void add(List<Example> batch) {
    double[][] found = classifier.probabilities(batch);
    for (int i = 0; i < found.length; i++) {
      int truth = ((Sight) batch.get(i)).label();
      confusion[truth][largest(found[i])]++;
      loss -= Math.log(Math.max(SMALLEST, found[i][truth]));
      count++;
    }
  }

  private static int largest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  @Override
  public List<Measure> measures() {
    if (count == 0) {
      return List.of();
    }
    int right = 0;
    for (int i = 0; i < confusion.length; i++) {
      right += confusion[i][i];
    }
    List<Measure> measures = new ArrayList<>();
    double p = right / (double) count;
    double z = NORMAL * NORMAL / count;
    double centre = (p + z / 2) / (1 + z);
    double reach = NORMAL * Math.sqrt(p * (1 - p) / count + z / 4 / count) / (1 + z);
    measures.add(new Measure("accuracy", p, centre - reach, centre + reach));
    measures.add(Measure.of("loss", loss / count));
    return measures;
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("classes", labels.names(), "confusion", confusion);
  }
}
