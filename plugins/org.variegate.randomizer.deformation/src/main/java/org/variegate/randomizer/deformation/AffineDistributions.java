package org.variegate.randomizer.deformation;

import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;

/**
 * Random affine maps S H R x - t about the middle of a grid, in mm along its axes: scaling, shear
 * and rotation R = Rx Ry Rz. Axes of one voxel take no part: a plane turns within itself.
 */
record AffineDistributions(
    Distribution rotation, Distribution scaling, Distribution shear, Distribution translation) {
  private static final double DEGREE = StrictMath.PI / 180;

  static AffineDistributions of(String rotation, String scaling, String shear, String translation) {
    return new AffineDistributions(
        Distribution.parse("rotation", rotation),
        Distribution.parse("scaling", scaling, 0.05),
        Distribution.parse("shear", shear, -0.3, 0.3),
        Distribution.parse("translation", translation));
  }

  /** Draws a map of the world. */
  Affine draw(Grid grid, Draws draws) {
    int[] wide = wide(grid);
    int turns = wide.length == 3 ? 3 : wide.length == 2 ? 1 : 0;
    Affine turned = rotation(wide, draws.sample("rotation", rotation, turns));
    Affine scaled = scaling(wide, draws.sample("scaling", scaling, wide.length));
    double[] shears = draws.sample("shear", shear, wide.length * (wide.length - 1));
    double[] shift = new double[3];
    double[] drawn = draws.sample("translation", translation, wide.length);
    for (int i = 0; i < wide.length; i++) {
      shift[wide[i]] = -drawn[i];
    }
    Affine map =
        scaled
            .after(shear(wide, shears))
            .after(turned)
            .after(Affine.translation(shift[0], shift[1], shift[2]));
    Affine frame = frame(grid);
    return map.equals(Affine.IDENTITY) ? map : frame.after(map).after(frame.inverse());
  }

  private static int[] wide(Grid grid) {
    return java.util.stream.IntStream.range(0, 3).filter(a -> grid.length(a) > 1).toArray();
  }

  /** From mm along the grid's axes, counted from its middle, to the world. */
  private static Affine frame(Grid grid) {
    return grid.toWorld()
        .after(
            Affine.translation((grid.nx() - 1) / 2.0, (grid.ny() - 1) / 2.0, (grid.nz() - 1) / 2.0))
        .after(Affine.scaling(1 / grid.spacing(0), 1 / grid.spacing(1), 1 / grid.spacing(2)));
  }

  private static Affine rotation(int[] wide, double[] degrees) {
    if (degrees.length == 0) {
      return Affine.IDENTITY;
    }
    if (degrees.length == 1) {
      return turn(wide[0], wide[1], degrees[0]);
    }
    return turn(1, 2, degrees[0]).after(turn(2, 0, degrees[1])).after(turn(0, 1, degrees[2]));
  }

  /** A turn that takes one axis towards another. */
  private static Affine turn(int from, int to, double degrees) {
    double cos = StrictMath.cos(degrees * DEGREE);
    double sin = StrictMath.sin(degrees * DEGREE);
    double[] m = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
    m[5 * from] = cos;
    m[5 * to] = cos;
    m[4 * to + from] = sin;
    m[4 * from + to] = -sin;
    return Affine.of(m);
  }

  private static Affine scaling(int[] wide, double[] factors) {
    double[] s = {1, 1, 1};
    for (int i = 0; i < wide.length; i++) {
      s[wide[i]] = factors[i];
    }
    return Affine.scaling(s[0], s[1], s[2]);
  }

  private static Affine shear(int[] wide, double[] shears) {
    double[] m = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
    int next = 0;
    for (int row : wide) {
      for (int column : wide) {
        if (row != column) {
          m[4 * row + column] = shears[next++];
        }
      }
    }
    return Affine.of(m);
  }
}
