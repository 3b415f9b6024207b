package org.variegate.unet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.variegate.api.task.Measure;
import org.variegate.metrics.Bootstrap;
import org.variegate.metrics.Interval;

/** A figure of each case of a test. Used by one thread. */
public final class Cases {
  private static final double CONFIDENCE = 0.95;
  private static final int REPLICATES = 1000;

  private final String name;
  private final List<Double> values = new ArrayList<>();

  /**
   * Of no case yet.
   *
   * @param name of the figure
   */
  public Cases(String name) {
    this.name = name;
  }

  /**
   * Adds a case.
   *
   * @param value the figure
   */
  public void add(double value) {
    values.add(value);
  }

  /**
   * All cases.
   *
   * @return figures in the order in which they were added
   */
  public List<Double> values() {
    return List.copyOf(values);
  }

  /**
   * The mean over cases, with an interval by the bootstrap over them.
   *
   * @return the measure, without an interval if there is one case; none if there is none
   */
  public Optional<Measure> mean() {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    double sum = 0;
    for (double value : all) {
      sum += value;
    }
    double mean = sum / all.length;
    if (all.length == 1) {
      return Optional.of(Measure.of(name, mean));
    }
    Interval interval = new Bootstrap(0, REPLICATES).mean(all, CONFIDENCE);
    return Optional.of(new Measure(name, mean, interval.low(), interval.high()));
  }
}
