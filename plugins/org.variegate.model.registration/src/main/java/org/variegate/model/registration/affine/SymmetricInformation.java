package org.variegate.model.registration.affine;

import org.variegate.api.space.Affine;

/**
 * How well an affine map brings two images together, in both directions alike, so that neither
 * shrinking one nor leaving parts of it out gains anything: the mean of both mutual informations,
 * less the squared deviation of the map from one that keeps lengths.
 */
final class SymmetricInformation {
  private final MutualInformation there;
  private final MutualInformation back;
  private final double stiffness;

  /**
   * Of two images.
   *
   * @param there of samples of the fixed image, brought to the moving one
   * @param back of samples of the moving image, brought to the fixed one
   * @param stiffness nats, of which a map that lengthens all by a tenth costs a thirtieth
   */
  SymmetricInformation(MutualInformation there, MutualInformation back, double stiffness) {
    this.there = there;
    this.back = back;
    this.stiffness = stiffness;
  }

  /**
   * The measure, and its derivative.
   *
   * @param map from fixed points to moving ones, [3, 4], invertible
   * @param byMap takes the derivative
   * @return nats
   */
  double of(double[] map, double[] byMap) {
    Affine inverse = Affine.of(map).inverse();
    double[] numbers = new double[12];
    for (int i = 0; i < 12; i++) {
      numbers[i] = inverse.get(i / 4, i % 4);
    }
    double[] byInverse = new double[12];
    double both = there.of(map, byMap) + back.of(numbers, byInverse);
    throughInverse(inverse, byInverse, byMap);
    for (int i = 0; i < 12; i++) {
      byMap[i] /= 2;
    }
    return both / 2 - penalty(map, byMap);
  }

  /** With B = A^-1, dB = -B dA B, so that a derivative D by B is -B^T D B^T by A. */
  private static void throughInverse(Affine b, double[] byInverse, double[] byMap) {
    double[] left = new double[12];
    for (int i = 0; i < 12; i++) {
      for (int k = 0; k < 3; k++) {
        left[i] += b.get(k, i / 4) * byInverse[4 * k + i % 4];
      }
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double sum = left[4 * i + 3] * b.get(j, 3);
        for (int k = 0; k < 3; k++) {
          sum += left[4 * i + k] * b.get(j, k);
        }
        byMap[4 * i + j] -= sum;
      }
      byMap[4 * i + 3] -= left[4 * i + 3];
    }
  }

  /** A quarter of the squared numbers of M^T M - I. */
  private double penalty(double[] map, double[] byMap) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double e = i == j ? -1 : 0;
        for (int row = 0; row < 12; row += 4) {
          e += map[row + i] * map[row + j];
        }
        sum += stiffness * e * e / 4;
        for (int row = 0; row < 12; row += 4) {
          byMap[row + i] -= stiffness * e * map[row + j];
        }
      }
    }
    return sum;
  }
}
