package org.variegate.model.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Measure;
import org.variegate.metrics.Confusion;
import org.variegate.metrics.Interval;
import org.variegate.metrics.Proportion;
import org.variegate.metrics.Roc;

/** How often a classifier is right, and how sure it is. */
final class Accuracy implements Evaluation {
  private static final double SMALLEST = 1e-12;
  private static final double CONFIDENCE = 0.95;

  private final Classifier classifier;
  private final List<String> classes;
  private final Confusion confusion;
  private final List<double[]> scores = new ArrayList<>();
  private final List<Integer> truths = new ArrayList<>();
  private double loss;

  Accuracy(Classifier classifier, List<String> classes) {
    this.classifier = classifier;
    this.classes = classes;
    this.confusion = new Confusion(classes.size());
  }

  @Override
  public void add(List<Example> batch) {
    double[][] found = classifier.probabilities(batch);
    for (int i = 0; i < found.length; i++) {
      int truth = ((Sight) batch.get(i)).label();
      confusion.add(truth, largest(found[i]));
      loss -= Math.log(Math.max(SMALLEST, found[i][truth]));
      scores.add(found[i]);
      truths.add(truth);
    }
  }

  /** The place of the largest. */
  static int largest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  @Override
  public List<Measure> measures() {
    if (scores.isEmpty()) {
      return List.of();
    }
    List<Measure> measures = new ArrayList<>();
    measures.add(measure("accuracy", confusion.accuracy()));
    measures.add(Measure.of("loss", loss / scores.size()));
    measures.add(Measure.of("accuracy above random", confusion.accuracyAboveRandom()));
    for (int c = 0; c < classes.size(); c++) {
      ofClass(c, measures);
    }
    return measures;
  }

  private void ofClass(int c, List<Measure> measures) {
    String name = classes.get(c);
    OptionalDouble precision = confusion.precision(c);
    if (precision.isPresent()) {
      measures.add(Measure.of("precision " + name, precision.getAsDouble()));
    }
    long all = confusion.of(c);
    if (all == 0) {
      return;
    }
    measures.add(measure("recall " + name, new Proportion(confusion.count(c, c), all)));
    if (all < scores.size()) {
      int[] truth = truths.stream().mapToInt(Integer::intValue).toArray();
      Roc roc = Roc.of(scores.toArray(double[][]::new), truth, c);
      Interval interval = roc.interval(CONFIDENCE);
      measures.add(new Measure("ROC-AUC " + name, roc.area(), interval.low(), interval.high()));
    }
  }

  private static Measure measure(String name, Proportion share) {
    Interval interval = share.wilson(CONFIDENCE);
    return new Measure(name, share.value(), interval.low(), interval.high());
  }

  @Override
  public Map<String, Object> details() {
    List<List<Long>> counts = new ArrayList<>();
    for (int truth = 0; truth < classes.size(); truth++) {
      List<Long> row = new ArrayList<>();
      for (int predicted = 0; predicted < classes.size(); predicted++) {
        row.add(confusion.count(truth, predicted));
      }
      counts.add(row);
    }
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("classes", classes);
    details.put("confusion", counts);
    return details;
  }
}
