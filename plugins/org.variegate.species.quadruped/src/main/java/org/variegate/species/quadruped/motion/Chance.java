package org.variegate.species.quadruped.motion;

import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;

/** What poses are drawn from. */
final class Chance {
  private static final Distribution UNIT = Distribution.parse("unit", "uniform(0, 1)");
  private static final Distribution NORMAL =
      Distribution.parse("normal", "truncated(0, 1, -2.5, 2.5)");

  private Chance() {}

  static double uniform(Draws draws, String name, double from, double to) {
    return from + (to - from) * draws.sample(name, UNIT);
  }

  static double normal(Draws draws, String name, double deviation) {
    return deviation * draws.sample(name, NORMAL);
  }

  /** Independent normal values. */
  static double[] normals(Draws draws, String name, double deviation, int count) {
    double[] values = draws.sample(name, NORMAL, count);
    for (int i = 0; i < count; i++) {
      values[i] *= deviation;
    }
    return values;
  }
}
