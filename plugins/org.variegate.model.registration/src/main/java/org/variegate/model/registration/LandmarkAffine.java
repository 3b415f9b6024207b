package org.variegate.model.registration;

/**
 * The affine map that brings the centres of the fixed view's targets closest to those of the moving
 * one's, by least squares weighted with their voxels: what an affine registration that knew the
 * labels would find, to compare with.
 */
final class LandmarkAffine {
  private static final int FEWEST = 5;
  private static final double SINGULAR = 1e-9;

  private LandmarkAffine() {}

  /**
   * Of a pair.
   *
   * @return the displacement in voxels, [3, nz, ny, nx]; empty if there are fewer than five targets
   *     in both views, or their centres lie in a plane
   */
  static float[] of(Pair pair) {
    boolean[] weighs = pair.weighs();
    double[][] from = centres(pair, pair.fixedLabels());
    double[][] to = centres(pair, pair.movingLabels());
    double[][] equations = new double[4][7];
    int count = 0;
    for (int c = 0; c < weighs.length; c++) {
      if (weighs[c] && from[c][3] > 0 && to[c][3] > 0) {
        add(equations, from[c], to[c]);
        count++;
      }
    }
    return count >= FEWEST && solve(equations) ? field(pair.size(), equations) : new float[0];
  }

  /** Of each target x, y, z in voxels, and how many voxels it has. */
  private static double[][] centres(Pair pair, short[] labels) {
    double[][] centres = new double[pair.targets().size()][4];
    Size size = pair.size();
    for (int i = 0; i < labels.length; i++) {
      double[] centre = centres[labels[i]];
      centre[0] += i % size.nx();
      centre[1] += i / size.nx() % size.ny();
      centre[2] += i / size.nx() / size.ny();
      centre[3]++;
    }
    for (double[] centre : centres) {
      for (int axis = 0; axis < 3; axis++) {
        centre[axis] /= Math.max(1, centre[3]);
      }
    }
    return centres;
  }

  /** Normal equations: four unknowns for each of three right sides. */
  private static void add(double[][] equations, double[] from, double[] to) {
    double[] point = {from[0], from[1], from[2], 1};
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 7; j++) {
        equations[i][j] += from[3] * point[i] * (j < 4 ? point[j] : to[j - 4]);
      }
    }
  }

  /** Gauss and Jordan, with the largest of each column as pivot. */
  private static boolean solve(double[][] equations) {
    double scale = equations[3][3];
    for (int column = 0; column < 4; column++) {
      int best = column;
      for (int i = column; i < 4; i++) {
        best = Math.abs(equations[i][column]) > Math.abs(equations[best][column]) ? i : best;
      }
      double[] pivot = equations[best];
      if (!(Math.abs(pivot[column]) > SINGULAR * scale)) {
        return false;
      }
      equations[best] = equations[column];
      equations[column] = pivot;
      for (int i = 0; i < 4; i++) {
        eliminate(equations[i], pivot, column);
      }
    }
    return true;
  }

  private static void eliminate(double[] row, double[] pivot, int column) {
    boolean own = row == pivot;
    double factor = own ? 1 - 1 / pivot[column] : row[column] / pivot[column];
    for (int j = 6; j >= column; j--) {
      row[j] -= factor * pivot[j];
    }
  }

  private static float[] field(Size size, double[][] solved) {
    int n = size.voxels();
    float[] field = new float[3 * n];
    for (int i = 0; i < n; i++) {
      double[] point = {i % size.nx(), i / size.nx() % size.ny(), i / size.nx() / size.ny(), 1};
      for (int axis = 0; axis < 3; axis++) {
        double place = 0;
        for (int j = 0; j < 4; j++) {
          place += solved[j][4 + axis] * point[j];
        }
        field[axis * n + i] = (float) (place - point[axis]);
      }
    }
    return field;
  }
}
