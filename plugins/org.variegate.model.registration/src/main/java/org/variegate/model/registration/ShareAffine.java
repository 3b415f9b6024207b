package org.variegate.model.registration;

import java.util.Arrays;
import org.variegate.api.space.Affine;

/**
 * The affine map by which shares of targets lie on each other best, but for a penalty on how far it
 * moves them: the shares' loss plus stiffness times the sum of its squared numbers, in blocks.
 */
final class ShareAffine {
  private static final int STEPS = 15;

  /** Blocks. */
  private static final double FIRST = 0.25;

  private static final double LEAST = 0.005;

  /** At which a turn of 1 rad moves by as many blocks. */
  private static final double RADIUS = 8;

  private final Size size;
  private final ShareDice dice;
  private final float[] field;
  private final float[] byField;
  private final double stiffness;
  private final double[] middle;

  /**
   * Of shares.
   *
   * @param size of them
   * @param dice of the fixed and the moving ones
   * @param stiffness at least 0
   */
  ShareAffine(Size size, ShareDice dice, double stiffness) {
    this.size = size;
    this.stiffness = stiffness;
    this.dice = dice;
    field = new float[3 * size.voxels()];
    byField = new float[field.length];
    middle = new double[] {(size.nx() - 1) / 2.0, (size.ny() - 1) / 2.0, (size.nz() - 1) / 2.0};
  }

  /** From blocks of the fixed view to where its moving shares are from, in its blocks. */
  Affine find() {
    double[] found = new QuasiNewton(this::value, FIRST, LEAST).climb(new double[12], STEPS);
    double[] map = new double[12];
    for (int row = 0; row < 3; row++) {
      double constant = middle[row] + found[4 * row + 3];
      for (int column = 0; column < 3; column++) {
        map[4 * row + column] = (row == column ? 1 : 0) + found[4 * row + column] / RADIUS;
        constant -= map[4 * row + column] * middle[column];
      }
      map[4 * row + 3] = constant;
    }
    return Affine.of(map);
  }

  private double value(double[] at, double[] slopes) {
    int n = size.voxels();
    for (int i = 0; i < n; i++) {
      for (int row = 0; row < 3; row++) {
        double way = at[4 * row + 3];
        for (int column = 0; column < 3; column++) {
          way += at[4 * row + column] * from(i, column);
        }
        field[row * n + i] = (float) way;
      }
    }
    Arrays.fill(byField, 0);
    double loss = dice.of(field, byField);
    Arrays.fill(slopes, 0);
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < n; i++) {
        double by = byField[row * n + i];
        for (int column = 0; column < 3; column++) {
          slopes[4 * row + column] -= by * from(i, column);
        }
        slopes[4 * row + 3] -= by;
      }
    }
    for (int k = 0; k < at.length; k++) {
      loss += stiffness * at[k] * at[k];
      slopes[k] -= 2 * stiffness * at[k];
    }
    return -loss;
  }

  /** From the middle, in units of the radius. */
  private double from(int block, int axis) {
    int place =
        axis == 0
            ? block % size.nx()
            : axis == 1 ? block / size.nx() % size.ny() : block / size.nx() / size.ny();
    return (place - middle[axis]) / RADIUS;
  }
}
