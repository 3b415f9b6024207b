package org.variegate.model.registration.affine;

import java.util.List;
import org.variegate.api.space.Affine;

/**
 * The affine map that brings points of one image to where another, of whatever contrast, shows the
 * same: by mutual information, from coarse to fine. At the coarsest level it begins at several
 * heights, for scans of heads reach down the neck as far as they like, and turns, moves and scales;
 * from then on all twelve numbers are free. A search takes a bounded number of steps and depends on
 * the images alone.
 */
public final class AffineSearch {
  private static final int STEPS = 60;
  private static final int[] HEIGHTS = {0, -1, 1, -2, 2};

  /** Parts of the longest side of the fixed image. */
  private static final double STRIDE = 0.12;

  private static final double RADIUS = 0.3;

  /** Parts of a voxel. */
  private static final double FIRST = 0.25;

  private static final double LEAST = 0.002;

  /** Nats. */
  private static final double STIFF = 1;

  private static final double SOFT = 0.1;

  private final boolean volume;
  private final double[] from;
  private final double[] to;
  private final double side;

  private AffineSearch(Level fixed, double[] from, double[] to) {
    volume = fixed.grid().nz() > 1;
    this.from = from;
    this.to = to;
    side = fixed.side();
  }

  /** The translation of the one image's middle to that of the other. */
  public static Affine centres(Level fixed, Level moving) {
    double[] here = fixed.centre();
    double[] there = moving.centre();
    return Affine.translation(there[0] - here[0], there[1] - here[1], there[2] - here[2]);
  }

  /**
   * Searches.
   *
   * @param fixed one image
   * @param moving the other, likewise a plane or a volume
   * @return from points of the first in mm to points of the second
   */
  public static Affine of(Level fixed, Level moving) {
    List<Level> here = fixed.pyramid();
    List<Level> there = moving.pyramid();
    Level finest = here.get(0);
    return new AffineSearch(finest, finest.centre(), there.get(0).centre()).of(here, there);
  }

  private Affine toWorld(double[] map) {
    return Affine.translation(to[0], to[1], to[2])
        .after(Affine.of(map))
        .after(Affine.translation(-from[0], -from[1], -from[2]));
  }

  private Affine of(List<Level> here, List<Level> there) {
    double[] map = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
    for (int back = 1; back <= Math.min(here.size(), there.size()); back++) {
      Level a = here.get(here.size() - back);
      Level b = there.get(there.size() - back);
      SymmetricInformation information =
          new SymmetricInformation(
              Samples.of(a, from).to(b, to, back),
              Samples.of(b, to).to(a, from, back),
              back == 1 ? STIFF : SOFT);
      if (back == 1) {
        map = highest(information, a);
      }
      map = climb(information, map, affine(), a);
    }
    return toWorld(map);
  }

  private double[] highest(SymmetricInformation information, Level level) {
    double most = Double.NEGATIVE_INFINITY;
    double[] best = {};
    for (int step : HEIGHTS) {
      double[] start = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
      start[volume ? 11 : 7] = STRIDE * side * step;
      double[] found = climb(information, start, similarity(), level);
      double value = information.of(found, new double[12]);
      if (value > most) {
        most = value;
        best = found;
      }
    }
    return best;
  }

  /** Translations, small turns, and one factor for all lengths. */
  private double[][] similarity() {
    double[][] plane = {unit(3), unit(7), turn(1, 4), scaling(2)};
    double[][] space = {unit(3), unit(7), unit(11), turn(1, 4), turn(2, 8), turn(6, 9), scaling(3)};
    return volume ? space : plane;
  }

  private double[][] affine() {
    int[] free =
        volume ? new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11} : new int[] {0, 1, 3, 4, 5, 7};
    double[][] basis = new double[free.length][];
    for (int i = 0; i < free.length; i++) {
      basis[i] = unit(free[i]);
    }
    return basis;
  }

  /** Of 1 mm, at some way from the middle. */
  private double[] unit(int number) {
    double[] direction = new double[12];
    direction[number] = number % 4 == 3 ? 1 : 1 / (RADIUS * side);
    return direction;
  }

  private double[] turn(int above, int below) {
    double[] direction = unit(above);
    direction[below] = -direction[above];
    return direction;
  }

  private double[] scaling(int axes) {
    double[] direction = new double[12];
    for (int axis = 0; axis < axes; axis++) {
      direction[5 * axis] = 1 / (RADIUS * side);
    }
    return direction;
  }

  private static double[] climb(
      SymmetricInformation information, double[] start, double[][] basis, Level level) {
    double[] by = new double[12];
    QuasiNewton.Function function =
        (at, slopes) -> {
          double value = information.of(map(start, basis, at), by);
          for (int j = 0; j < basis.length; j++) {
            slopes[j] = 0;
            for (int i = 0; i < 12; i++) {
              slopes[j] += by[i] * basis[j][i];
            }
          }
          return value;
        };
    double voxel = level.spacing();
    double[] found =
        new QuasiNewton(function, FIRST * voxel, LEAST * voxel)
            .climb(new double[basis.length], STEPS);
    return map(start, basis, found);
  }

  private static double[] map(double[] start, double[][] basis, double[] at) {
    double[] map = start.clone();
    for (int j = 0; j < basis.length; j++) {
      for (int i = 0; i < 12; i++) {
        map[i] += at[j] * basis[j][i];
      }
    }
    return map;
  }
}
