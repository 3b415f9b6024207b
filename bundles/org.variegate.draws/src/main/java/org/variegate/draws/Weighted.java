package org.variegate.draws;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Items of which one is chosen, each with a probability. Immutable.
 *
 * @param <T> what they are; a record of draws names each by its {@code toString()}
 */
public final class Weighted<T> {
  private final List<T> items;
  private final double[] cumulative;

  private Weighted(List<T> items, double[] cumulative) {
    this.items = List.copyOf(items);
    this.cumulative = cumulative;
  }

  /**
   * Items with weights.
   *
   * @param key the option that holds the weights; errors begin with it
   * @param items at least one
   * @param weights proportional to the probabilities, one an item; none if all are equally likely
   * @return the items
   * @throws IllegalArgumentException if there is no item, another number of weights, a weight that
   *     is not at least 0 and finite, or none above 0
   */
  public static <T> Weighted<T> of(String key, List<T> items, double... weights) {
    double[] all = weights.length == 0 ? equal(items.size()) : weights;
    double sum = Arrays.stream(all).sum();
    boolean fine = Arrays.stream(all).allMatch(w -> w >= 0) && sum > 0 && Double.isFinite(sum);
    if (items.isEmpty() || all.length != items.size() || !fine) {
      throw new IllegalArgumentException(
          key
              + ": needs "
              + Math.max(1, items.size())
              + " weights of at least 0, one above 0, got "
              + Arrays.toString(weights));
    }
    return new Weighted<>(items, cumulative(all, sum));
  }

  private static double[] equal(int count) {
    return Collections.nCopies(count, 1.0).stream().mapToDouble(w -> w).toArray();
  }

  private static double[] cumulative(double[] weights, double sum) {
    double[] cumulative = new double[weights.length];
    double below = 0;
    for (int i = 0; i < weights.length; i++) {
      below += weights[i];
      cumulative[i] = below / sum;
    }
    return cumulative;
  }

  /** The items, whatever their weights. */
  public List<T> items() {
    return items;
  }

  /** The first whose cumulative probability is above u; what weighs nothing never is. */
  T at(double u) {
    int i = 0;
    int last = 0;
    double below = 0;
    while (i < cumulative.length) {
      if (cumulative[i] > below) {
        last = i;
        if (cumulative[i] > u) {
          break;
        }
      }
      below = cumulative[i++];
    }
    return items.get(last);
  }
}
