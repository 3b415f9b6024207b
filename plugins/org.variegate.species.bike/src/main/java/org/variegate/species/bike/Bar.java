package org.variegate.species.bike;

import java.util.Map;
import org.variegate.scene.shape.Curves;

/** The handlebar's way on the left, from the stem to its end, and where hands hold it. */
final class Bar {
  /** Share of half the width, up, forward: along each bar, in m. */
  private static final Map<String, double[][]> WAYS =
      Map.of(
          "flat",
          new double[][] {{0, 0, 0}, {.14, 0, 0}, {.34, .5, 0}, {.62, .5, -.01}, {1, .52, -.035}},
          "drop",
          new double[][] {
            {0, 0, 0},
            {.5, 0, 0},
            {.86, 0, .005},
            {.97, -.004, .035},
            {1, -.008, .075},
            {1, -.04, .098},
            {1, -.085, .085},
            {1, -.122, .045},
            {1, -.130, -.02}
          },
          "swept",
          new double[][] {
            {0, 0, 0},
            {.2, .3, .02},
            {.55, .85, .035},
            {.85, 1, -.01},
            {.97, .98, -.1},
            {1, .95, -.2}
          },
          "cruiser",
          new double[][] {
            {0, 0, 0},
            {.2, .35, .03},
            {.5, .95, .05},
            {.82, 1.02, -.03},
            {.96, .96, -.14},
            {1, .88, -.26}
          },
          "bmx",
          new double[][] {
            {0, 0, 0},
            {.16, 0, 0},
            {.27, .3, 0},
            {.45, .92, -.002},
            {.56, 1, -.005},
            {1, 1.02, -.04}
          });

  /** From each point of a way to the next. */
  private static final int STEPS = 4;

  private final double[] path;
  private final boolean drop;

  Bar(Layout at) {
    String way = Words.ALL.get("bar").get((int) at.genome.gene("bar"));
    drop = way.equals("drop");
    double half = at.genome.gene("barWidth") / 2;
    double rise = at.genome.gene("barRise");
    double[][] points = WAYS.get(way);
    double[] flat = new double[3 * points.length];
    for (int i = 0; i < points.length; i++) {
      flat[3 * i] = at.clamp.x() + points[i][0] * half;
      flat[3 * i + 1] = at.clamp.y() + points[i][1] * (drop ? 1 : rise);
      flat[3 * i + 2] = at.clamp.z() + points[i][2];
    }
    path = Curves.through(flat, 3, STEPS, false);
  }

  private int count() {
    return path.length / 3;
  }

  private Vec point(int i) {
    return new Vec(path[3 * i], path[3 * i + 1], path[3 * i + 2]);
  }

  /** The left end. */
  Vec end() {
    return point(count() - 1);
  }

  /** Where the left hand is: on the grip, or over the hood of a drop bar. */
  Vec hand() {
    return drop ? hood() : back(0.07);
  }

  /** Where the lever of a drop bar is: at the fifth point of its way. */
  Vec hood() {
    return point(4 * STEPS).plus(0, 0.022, 0.02);
  }

  boolean isDrop() {
    return drop;
  }

  /** The point so far from the end along the bar. */
  Vec back(double distance) {
    int i = count() - 1;
    double left = distance;
    while (i > 1 && left > point(i).distance(point(i - 1))) {
      left -= point(i).distance(point(i - 1));
      i--;
    }
    return point(i).towards(point(i - 1), left / point(i).distance(point(i - 1)));
  }

  /** From the right end to the left, 3 values a point. */
  double[] whole() {
    int n = count();
    double[] all = new double[3 * (2 * n - 1)];
    for (int i = 0; i < n; i++) {
      int left = 3 * (n - 1 + i);
      int right = 3 * (n - 1 - i);
      System.arraycopy(path, 3 * i, all, left, 3);
      System.arraycopy(path, 3 * i, all, right, 3);
      all[right] = -path[3 * i];
    }
    return all;
  }
}
