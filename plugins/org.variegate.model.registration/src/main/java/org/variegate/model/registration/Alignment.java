package org.variegate.model.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.variegate.api.space.Affine;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Measure;
import org.variegate.metrics.Bootstrap;
import org.variegate.metrics.Interval;
import org.variegate.metrics.Jacobian;
import org.variegate.metrics.Overlap;
import org.variegate.model.registration.affine.Initialization;
import org.variegate.model.registration.field.Carried;
import org.variegate.model.registration.field.Found;
import org.variegate.model.registration.field.Ways;

/**
 * How well views lie on each other: Dice's coefficient of fixed labels and moved ones, a mean over
 * the targets but the background that are in both views, after registration, by an affine map that
 * knows the truth, and before; how the displacement changes volumes; and, where the true
 * displacement is known, how far it is from that, over the fixed view's targets.
 */
final class Alignment implements Evaluation {
  private static final double CONFIDENCE = 0.95;
  private static final int REPLICATES = 1000;

  private final Registrar registrar;
  private final Map<String, List<Double>> cases = new LinkedHashMap<>();
  private final Map<String, List<Double>> targets = new TreeMap<>();

  Alignment(Registrar registrar) {
    this.registrar = registrar;
  }

  @Override
  public void add(List<Example> batch) {
    for (Example example : batch) {
      add((Pair) example);
    }
  }

  private void add(Pair pair) {
    Found found = registrar.find(pair);
    double after = dice(pair, pair.moved(found), true);
    double before = dice(pair, pair.carried(Affine.IDENTITY));
    put("mean Dice", after);
    if (registrar.initialization() != Initialization.NONE) {
      double initial = dice(pair, pair.carried(pair.initial()));
      put("gain of Dice over " + registrar.initialization(), after - initial);
      put("mean Dice of " + registrar.initialization(), initial);
    }
    put("gain of Dice", after - before);
    put("mean Dice before", before);
    Optional<Affine> landmarks = pair.landmarks();
    if (landmarks.isPresent()) {
      Carried carried = new Carried(pair.moving().size(), pair.movingLabels(), landmarks.get());
      double best = dice(pair, carried);
      put("gain of Dice over landmarks", after - best);
      put("mean Dice of landmarks", best);
    }
    float[] ways = found.ways();
    Jacobian jacobian = Jacobian.of(pair.grid(), ways);
    put("folding", jacobian.folding());
    put("Jacobian mean", jacobian.mean());
    put("Jacobian deviation", jacobian.deviation());
    put("displacement mm", Ways.meanLength(ways));
    if (pair.truth().length > 0) {
      put("target registration error mm", error(pair, ways));
      put("target registration error before mm", error(pair, new float[ways.length]));
    }
  }

  private double dice(Pair pair, Carried carried) {
    return dice(pair, carried.nearest(pair.size(), new float[0]), false);
  }

  /** NaN if no target is in both views. */
  private double dice(Pair pair, short[] moved, boolean keep) {
    boolean[] weighs = pair.weighs();
    short[] fixed = pair.fixedLabels();
    boolean[] moving = new boolean[weighs.length];
    for (short label : pair.movingLabels()) {
      moving[label] = true;
    }
    Overlap[] overlaps = Overlap.of(weighs.length, fixed.length, i -> fixed[i], i -> moved[i]);
    List<String> names = List.copyOf(pair.targets().values());
    double sum = 0;
    int count = 0;
    for (int c = 0; c < weighs.length; c++) {
      if (weighs[c] && moving[c] && overlaps[c].truth() > 0) {
        sum += overlaps[c].dice();
        count++;
        if (keep) {
          targets.computeIfAbsent(names.get(c), name -> new ArrayList<>()).add(overlaps[c].dice());
        }
      }
    }
    return sum / count;
  }

  /** The mean distance over the voxels of targets. */
  private static double error(Pair pair, float[] ways) {
    float[] difference = new float[ways.length];
    for (int i = 0; i < ways.length; i++) {
      difference[i] = ways[i] - pair.truth()[i];
    }
    boolean[] weighs = pair.weighs();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < pair.fixedLabels().length; i++) {
      if (weighs[pair.fixedLabels()[i]]) {
        sum += Ways.length(difference, i);
        count++;
      }
    }
    return sum / count;
  }

  private void put(String name, double value) {
    if (!Double.isNaN(value)) {
      cases.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
  }

  @Override
  public List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    cases.forEach((name, values) -> measures.add(mean(name, values)));
    return measures;
  }

  private static Measure mean(String name, List<Double> values) {
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    double mean = mean(values);
    if (all.length == 1) {
      return Measure.of(name, mean);
    }
    Interval interval = new Bootstrap(0, REPLICATES).mean(all, CONFIDENCE);
    return new Measure(name, mean, interval.low(), interval.high());
  }

  private static double mean(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.size();
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> dice = new TreeMap<>();
    targets.forEach((name, values) -> dice.put(name, mean(values)));
    return Map.of(
        "dice of targets", dice,
        "dice of cases", List.copyOf(cases.getOrDefault("mean Dice", List.of())),
        "dice of cases before", List.copyOf(cases.getOrDefault("mean Dice before", List.of())));
  }
}
