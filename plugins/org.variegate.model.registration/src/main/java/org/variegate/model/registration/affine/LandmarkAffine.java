package org.variegate.model.registration.affine;

import java.util.Optional;
import org.variegate.api.space.Affine;

/**
 * The affine map that brings the centres of the fixed view's targets closest to those of the moving
 * one's, by least squares weighted with their voxels: what an affine registration that knew the
 * labels would find, to compare with.
 */
public final class LandmarkAffine {
  private static final int FEWEST = 5;
  private static final double SINGULAR = 1e-9;

  private LandmarkAffine() {}

  /**
   * Of centres.
   *
   * @param weighs which targets count
   * @param from of each target x, y, z in voxels of the fixed view, and how many it has
   * @param to likewise of the moving view
   * @return from voxels of the fixed view to those of the moving one; none if there are fewer than
   *     five targets in both views, or their centres lie in a plane
   */
  public static Optional<Affine> of(boolean[] weighs, double[][] from, double[][] to) {
    double[][] equations = new double[4][7];
    int count = 0;
    for (int c = 0; c < weighs.length; c++) {
      if (weighs[c] && from[c][3] > 0 && to[c][3] > 0) {
        add(equations, from[c], to[c], from[c][3]);
        count++;
      }
    }
    return count >= FEWEST && solve(equations) ? Optional.of(map(equations)) : Optional.empty();
  }

  /** Normal equations: four unknowns for each of three right sides. */
  private static void add(double[][] equations, double[] from, double[] to, double weight) {
    double[] point = {from[0], from[1], from[2], 1};
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 7; j++) {
        equations[i][j] += weight * point[i] * (j < 4 ? point[j] : to[j - 4]);
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

  private static Affine map(double[][] solved) {
    double[] map = new double[12];
    for (int i = 0; i < 12; i++) {
      map[i] = solved[i % 4][4 + i / 4];
    }
    return Affine.of(map);
  }
}
