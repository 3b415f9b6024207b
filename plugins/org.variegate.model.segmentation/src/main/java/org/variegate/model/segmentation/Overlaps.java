package org.variegate.model.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Measure;
import org.variegate.metrics.Bootstrap;
import org.variegate.metrics.Interval;
import org.variegate.metrics.Overlap;

/**
 * How far predicted targets cover the true ones: Dice's coefficient, of the classes that are true
 * somewhere in a case and not the background, as a mean over those of the case, and for each class
 * as a mean over cases.
 */
final class Overlaps implements Evaluation {
  private static final double CONFIDENCE = 0.95;
  private static final int REPLICATES = 1000;

  private final Segmenter segmenter;
  private final Classes classes;
  private final boolean[] known;
  private final List<Double> cases = new ArrayList<>();
  private final List<List<Double>> byClass = new ArrayList<>();
  private final List<List<Double>> volumes = new ArrayList<>();

  Overlaps(Segmenter segmenter, Classes classes, boolean[] known) {
    this.segmenter = segmenter;
    this.classes = classes;
    this.known = known;
    for (int c = 0; c < classes.size(); c++) {
      byClass.add(new ArrayList<>());
      volumes.add(new ArrayList<>());
    }
  }

  @Override
  public void add(List<Example> batch) {
    for (Example example : batch) {
      Scan scan = (Scan) example;
      byte[] truth = scan.truth();
      byte[] found = segmenter.classes(scan);
      add(Overlap.of(classes.size(), found.length, i -> truth[i] & 0xff, i -> found[i] & 0xff));
    }
  }

  private void add(Overlap[] overlaps) {
    double sum = 0;
    int count = 0;
    for (int c = 0; c < overlaps.length; c++) {
      if (known[c] && !classes.isBackground(c) && overlaps[c].truth() > 0) {
        sum += overlaps[c].dice();
        count++;
        byClass.get(c).add(overlaps[c].dice());
        volumes.get(c).add(overlaps[c].volumeError());
      }
    }
    if (count > 0) {
      cases.add(sum / count);
    }
  }

  @Override
  public List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    if (!cases.isEmpty()) {
      measures.add(mean("mean Dice", cases));
    }
    for (int c = 0; c < classes.size(); c++) {
      if (!byClass.get(c).isEmpty()) {
        measures.add(mean("Dice of " + classes.name(c), byClass.get(c)));
      }
    }
    return measures;
  }

  private static Measure mean(String name, List<Double> values) {
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    double mean = mean(all);
    if (all.length == 1) {
      return Measure.of(name, mean);
    }
    Interval interval = new Bootstrap(0, REPLICATES).mean(all, CONFIDENCE);
    return new Measure(name, mean, interval.low(), interval.high());
  }

  private static double mean(double[] all) {
    double sum = 0;
    for (double value : all) {
      sum += value;
    }
    return sum / all.length;
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> errors = new TreeMap<>();
    for (int c = 0; c < classes.size(); c++) {
      if (!volumes.get(c).isEmpty()) {
        errors.put(classes.name(c), List.copyOf(volumes.get(c)));
      }
    }
    return Map.of("dice of cases", List.copyOf(cases), "volume errors", errors);
  }
}
