package org.variegate.species.quadruped.field;

import java.util.Arrays;

/** What of a field can matter about a point, and how far it is. Belongs to one thread. */
public final class Nearby {
  private final Field field;
  private final double[] distances;
  private final int[] kept;
  private int count;

  public Nearby(Field field) {
    this.field = field;
    distances = new double[field.all().length];
    kept = new int[distances.length];
  }

  /**
   * Goes to a point.
   *
   * @param candidates primitives among which those are that can matter
   * @param reach the distance from the point within which they can
   */
  public void move(int[] candidates, double x, double y, double z, double reach) {
    double nearest = Field.FAR;
    for (int i = 0; i < candidates.length; i++) {
      double distance = field.distance(candidates[i], x, y, z);
      distances[i] = distance;
      if (!field.hollow(candidates[i])) {
        nearest = Math.min(nearest, distance);
      }
    }
    double solid = Math.max(nearest, 0);
    count = 0;
    for (int i = 0; i < candidates.length; i++) {
      int primitive = candidates[i];
      double limit = field.hollow(primitive) ? 0 : solid;
      if (distances[i] < limit + 3 * reach + 2 * field.blend(primitive)) {
        distances[count] = distances[i];
        kept[count++] = primitive;
      }
    }
  }

  /** The primitives that can matter, in their order. */
  public int[] primitives() {
    return Arrays.copyOf(kept, count);
  }

  /** The field at the point, from those that can matter. */
  public double distance() {
    double d = Field.FAR;
    for (int i = 0; i < count; i++) {
      d = field.joined(d, distances[i], kept[i]);
    }
    return d;
  }
}
