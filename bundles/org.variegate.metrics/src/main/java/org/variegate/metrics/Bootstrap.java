package org.variegate.metrics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Noise;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;

/**
 * Confidence intervals of any number that is computed from a test set, by computing it again on
 * sets of as many items drawn from it with replacement (Efron 1979): of the percentiles of those
 * numbers (Efron 1982, section 10.4). What is drawn is a function of the seed and of counters
 * alone.
 *
 * @param seed of the draws
 * @param replicates how many sets are drawn, at least 100
 */
public record Bootstrap(long seed, int replicates) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if there are fewer than 100 replicates
   */
  public Bootstrap {
    if (!(replicates >= 100)) {
      throw new IllegalArgumentException("replicates: needs at least 100, got " + replicates);
    }
  }

  /**
   * An interval.
   *
   * @param items in the test set, at least 1; those that belong together (views of one patient) are
   *     one item
   * @param statistic of places in [0, items), as many as there are items; it may not keep them.
   *     Where it is NaN, as no item of some class was drawn, that set is left out
   * @param confidence between 0 and 1, such as 0.95
   * @return of the percentiles
   * @throws IllegalArgumentException if there is no item, or the statistic is NaN of every set
   */
  public Interval interval(int items, ToDoubleFunction<int[]> statistic, double confidence) {
    if (!(items >= 1)) {
      throw new IllegalArgumentException("items: needs at least 1, got " + items);
    }
    double tail = (1 - Confidence.require(confidence)) / 2;
    double[] values = new double[replicates];
    int count = 0;
    Noise draws = new SampleDraws(seed, 0, new DrawRecord(), Overrides.NONE).noise("bootstrap");
    int[] places = new int[items];
    for (int r = 0; r < replicates; r++) {
      draws.bits(places, 0, items, (long) r * items);
      for (int i = 0; i < items; i++) {
        places[i] = (int) ((places[i] & 0xffff_ffffL) * items >>> 32);
      }
      double value = statistic.applyAsDouble(places);
      if (!Double.isNaN(value)) {
        values[count++] = value;
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException("statistic: needs a number of some set, got NaN of all");
    }
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return new Interval(Summary.quantile(sorted, tail), Summary.quantile(sorted, 1 - tail));
  }

  /**
   * An interval of a mean: of Dice over subjects, say.
   *
   * @param values of each item, at least one
   * @param confidence between 0 and 1, such as 0.95
   * @return of the percentiles
   */
  public Interval mean(double[] values, double confidence) {
    return interval(
        values.length,
        places -> {
          double sum = 0;
          for (int place : places) {
            sum += values[place];
          }
          return sum / places.length;
        },
        confidence);
  }
}
