package org.variegate.api.space;

import java.util.Arrays;

/**
 * An affine map of space, x -> A x + t. Immutable.
 *
 * <p>Rows of twelve numbers: [a00, a01, a02, t0, a10, a11, a12, t1, a20, a21, a22, t2].
 */
public final class Affine implements Transform {
  /** Leaves every point where it is. */
  public static final Affine IDENTITY = of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);

  private final double[] m;

  /** Takes the array; -0 becomes 0, so that equal maps are equal. */
  private Affine(double[] m) {
    this.m = m;
    for (int i = 0; i < m.length; i++) {
      m[i] += 0.0;
    }
  }

  /**
   * An affine map by its numbers.
   *
   * @param rows twelve finite numbers, three rows of four
   * @return the map
   * @throws IllegalArgumentException if there are not twelve, or one is not finite
   */
  public static Affine of(double... rows) {
    if (rows.length != 12 || !Arrays.stream(rows).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "affine: needs 12 finite numbers, got " + Arrays.toString(rows));
    }
    return new Affine(rows.clone());
  }

  /**
   * A translation.
   *
   * @param x along the first axis
   * @param y along the second
   * @param z along the third
   * @return the map p -> p + (x, y, z)
   */
  public static Affine translation(double x, double y, double z) {
    return of(1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z);
  }

  /**
   * A scaling about the origin.
   *
   * @param x along the first axis
   * @param y along the second
   * @param z along the third
   * @return the map with this diagonal
   */
  public static Affine scaling(double x, double y, double z) {
    return of(x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0);
  }

  /**
   * An element.
   *
   * @param row 0 to 2
   * @param column 0 to 3; 3 is the translation
   * @return its value
   */
  public double get(int row, int column) {
    return m[4 * row + column];
  }

  /**
   * The composition.
   *
   * @param first applied before this
   * @return the map p -> this(first(p))
   */
  public Affine after(Affine first) {
    double[] r = new double[12];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        double sum = j == 3 ? get(i, 3) : 0;
        for (int k = 0; k < 3; k++) {
          sum += get(i, k) * first.get(k, j);
        }
        r[4 * i + j] = sum;
      }
    }
    return new Affine(r);
  }

  /**
   * The determinant of the linear part.
   *
   * @return positive if orientation is kept
   */
  public double determinant() {
    return m[0] * (m[5] * m[10] - m[6] * m[9])
        - m[1] * (m[4] * m[10] - m[6] * m[8])
        + m[2] * (m[4] * m[9] - m[5] * m[8]);
  }

  @Override
  public Affine inverse() {
    double d = determinant();
    if (!(Math.abs(d) > 0 && Double.isFinite(1 / d))) {
      throw new IllegalArgumentException("affine: needs an invertible matrix, got " + this);
    }
    double[] r = {
      (m[5] * m[10] - m[6] * m[9]) / d,
      (m[2] * m[9] - m[1] * m[10]) / d,
      (m[1] * m[6] - m[2] * m[5]) / d,
      0,
      (m[6] * m[8] - m[4] * m[10]) / d,
      (m[0] * m[10] - m[2] * m[8]) / d,
      (m[2] * m[4] - m[0] * m[6]) / d,
      0,
      (m[4] * m[9] - m[5] * m[8]) / d,
      (m[1] * m[8] - m[0] * m[9]) / d,
      (m[0] * m[5] - m[1] * m[4]) / d,
      0
    };
    for (int i = 0; i < 3; i++) {
      r[4 * i + 3] = -(r[4 * i] * m[3] + r[4 * i + 1] * m[7] + r[4 * i + 2] * m[11]);
    }
    return new Affine(r);
  }

  @Override
  public void apply(double[] points, int count) {
    for (int i = 0; i < 3 * count; i += 3) {
      double x = points[i];
      double y = points[i + 1];
      double z = points[i + 2];
      points[i] = m[0] * x + m[1] * y + m[2] * z + m[3];
      points[i + 1] = m[4] * x + m[5] * y + m[6] * z + m[7];
      points[i + 2] = m[8] * x + m[9] * y + m[10] * z + m[11];
    }
  }

  @Override
  public double linearWithin() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Affine affine && Arrays.equals(m, affine.m);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(m);
  }

  @Override
  public String toString() {
    return Arrays.toString(m);
  }
}
