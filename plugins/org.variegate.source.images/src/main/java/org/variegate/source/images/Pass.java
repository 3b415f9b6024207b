package org.variegate.source.images;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.variegate.draws.Draws;
import org.variegate.draws.Shuffle;

/**
 * Which item a sample shows: in each pass every item once, groups evenly interleaved, so that as
 * many items of each of two equal groups stand among any samples in a row, but for one. The items
 * of a group come in their order, or in one drawn anew for each pass.
 */
final class Pass<T> {
  private final List<List<T>> groups;
  private final boolean shuffled;
  private final int[] group;
  private final int[] rank;

  /** The next item of a group, the middle of its share of the pass. */
  private record Next(int group, int rank, int count) {
    double place() {
      return (rank + 0.5) / count;
    }
  }

  /**
   * A pass.
   *
   * @param groups each of at least one item, at least one group
   * @param shuffled whether the order is drawn
   */
  Pass(List<List<T>> groups, boolean shuffled) {
    this.groups = groups.stream().map(List::copyOf).toList();
    this.shuffled = shuffled;
    int size = groups.stream().mapToInt(List::size).sum();
    group = new int[size];
    rank = new int[size];
    PriorityQueue<Next> queue =
        new PriorityQueue<>(Comparator.comparingDouble(Next::place).thenComparing(Next::group));
    IntStream.range(0, groups.size()).forEach(g -> queue.add(new Next(g, 0, groups.get(g).size())));
    for (int i = 0; i < size; i++) {
      Next next = queue.remove();
      group[i] = next.group;
      rank[i] = next.rank;
      if (next.rank + 1 < next.count) {
        queue.add(new Next(next.group, next.rank + 1, next.count));
      }
    }
  }

  /** How many samples one pass has. */
  int size() {
    return group.length;
  }

  /**
   * The item of a sample.
   *
   * @param index of the sample
   * @param draws of the stage
   */
  T item(long index, Draws draws) {
    int place = (int) (index % size());
    List<T> items = groups.get(group[place]);
    int item = rank[place];
    if (shuffled) {
      Draws order = draws.shared("order", Math.toIntExact(index / size()));
      item = Shuffle.item(order.child("group", group[place]).noise("swaps"), items.size(), item);
    }
    return items.get(item);
  }
}
