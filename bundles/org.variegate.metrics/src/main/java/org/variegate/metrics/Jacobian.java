package org.variegate.metrics;

import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

/**
 * How a displacement u changes volumes: statistics of the determinant of the derivative of x +
 * u(x), which is above 1 where tissue grows, and not above 0 where it folds (Ashburner 2007,
 * section 2). By central differences, at all voxels that have both neighbours along each axis of
 * more than one voxel.
 *
 * @param count voxels where it was computed
 * @param mean of the determinants
 * @param deviation their standard deviation
 * @param least the smallest
 * @param most the largest
 * @param logDeviation standard deviation of the logarithms of those above 0: 0 where volumes stay
 *     (Leow et al. 2007; Hering et al. 2023, who clip where this leaves out)
 * @param folding the share that is not above 0
 */
public record Jacobian(
    int count,
    double mean,
    double deviation,
    double least,
    double most,
    double logDeviation,
    double folding) {

  /**
   * Of a field.
   *
   * @param grid where it lies, at least 3 voxels along each axis that has more than one
   * @param displacement [nx, ny, nz, 3], x fastest, in mm along the axes of the world
   * @return its statistics
   * @throws IllegalArgumentException if there are not as many values, or an axis has two voxels
   */
  public static Jacobian of(Grid grid, float[] displacement) {
    int n = grid.size();
    if (displacement.length != 3 * n) {
      throw new IllegalArgumentException(
          "displacement: needs " + 3 * n + " values for " + grid + ", got " + displacement.length);
    }
    Determinants determinants = new Determinants(grid, displacement);
    int[] margin = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      margin[axis] = grid.length(axis) == 1 ? 0 : 1;
      if (grid.length(axis) == 2) {
        throw new IllegalArgumentException(
            "grid: needs axes of one voxel, or of three and more, got " + grid);
      }
    }
    Sums sums = new Sums();
    for (int z = margin[2]; z < grid.nz() - margin[2]; z++) {
      for (int y = margin[1]; y < grid.ny() - margin[1]; y++) {
        for (int x = margin[0]; x < grid.nx() - margin[0]; x++) {
          sums.add(determinants.at(x + grid.nx() * (y + grid.ny() * z)));
        }
      }
    }
    return sums.jacobian();
  }

  /** The determinant at a voxel. */
  private static final class Determinants {
    private final Grid grid;
    private final float[] u;
    private final double[][] toVoxels = new double[3][3];
    private final double[][] slope = new double[3][3];

    Determinants(Grid grid, float[] u) {
      this.grid = grid;
      this.u = u;
      Affine inverse = grid.toWorld().inverse();
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          toVoxels[i][j] = inverse.get(i, j);
        }
      }
    }

    double at(int voxel) {
      int n = grid.size();
      int stride = 1;
      for (int axis = 0; axis < 3; axis++) {
        for (int c = 0; c < 3; c++) {
          int at = c * n + voxel;
          slope[c][axis] =
              grid.length(axis) == 1 ? 0 : ((double) u[at + stride] - u[at - stride]) / 2;
        }
        stride *= grid.length(axis);
      }
      double[][] m = new double[3][3];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          m[i][j] = i == j ? 1 : 0;
          for (int k = 0; k < 3; k++) {
            m[i][j] += slope[i][k] * toVoxels[k][j];
          }
        }
      }
      return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
          - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
          + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
  }

  /** Sums over voxels, in their order. */
  private static final class Sums {
    private int count;
    private int folded;
    private double sum;
    private double square;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double logs;
    private double logSquares;

    void add(double determinant) {
      count++;
      sum += determinant - 1;
      square += (determinant - 1) * (determinant - 1);
      least = Math.min(least, determinant);
      most = Math.max(most, determinant);
      if (determinant > 0) {
        double log = StrictMath.log(determinant);
        logs += log;
        logSquares += log * log;
      } else {
        folded++;
      }
    }

    Jacobian jacobian() {
      return new Jacobian(
          count,
          1 + sum / count,
          deviation(sum, square, count),
          least,
          most,
          deviation(logs, logSquares, count - folded),
          (double) folded / count);
    }

    private static double deviation(double sum, double square, int count) {
      return count == 0 ? 0 : Math.sqrt(Math.max(0, square / count - sum / count * (sum / count)));
    }
  }
}
