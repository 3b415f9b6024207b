package org.variegate.raster;

/**
 * The power x^g on [0, 1] by table: a gamma curve.
 *
 * <p>The table has 128 cells for each octave of x and is linear within a cell; it is indexed by the
 * bits of the float. It reaches down to where x^g is 2^-12, and runs linearly to 0 from there. The
 * absolute error is below 5e-4 for exponents from 0.1 to 10 (at most 1.3e-4 above 0.3).
 */
public final class PowerTable {
  private static final int CELLS = 128;
  private static final int MOST_OCTAVES = 125;
  private static final int ONE = Float.floatToRawIntBits(1f) >>> 16;

  private final float[] table;
  private final int base;
  private final float lowest;
  private final float slope;

  /**
   * A curve.
   *
   * @param exponent g, above 0 and finite
   * @throws IllegalArgumentException if it is not
   */
  public PowerTable(double exponent) {
    if (!(exponent > 0 && exponent < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("exponent: needs a number above 0, got " + exponent);
    }
    int octaves = (int) Math.min(MOST_OCTAVES, Math.max(1, Math.ceil(12 / exponent)));
    table = new float[octaves * CELLS + 2];
    base = ONE - octaves * CELLS;
    double[] octave = new double[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      octave[cell] = StrictMath.pow(1 + cell / (double) CELLS, exponent);
    }
    for (int o = 0; o < octaves; o++) {
      double scale = StrictMath.pow(2, exponent * (o - octaves));
      for (int cell = 0; cell < CELLS; cell++) {
        table[o * CELLS + cell] = (float) (scale * octave[cell]);
      }
    }
    table[octaves * CELLS] = 1;
    table[octaves * CELLS + 1] = 1;
    lowest = Float.intBitsToFloat(base << 16);
    slope = table[0] / lowest;
  }

  /**
   * The power of one value.
   *
   * @param x any number; below 0 it counts as 0, above 1 as 1
   * @return x^g, and NaN of NaN
   */
  public float apply(float x) {
    if (x >= lowest && x <= 1) {
      int bits = Float.floatToRawIntBits(x);
      int cell = (bits >>> 16) - base;
      float a = table[cell];
      return a + (table[cell + 1] - a) * ((bits & 0xffff) * 0x1p-16f);
    }
    return x > 1 ? 1 : x < 0 ? 0 : x * slope;
  }

  /**
   * Raises values to the power, in place.
   *
   * @param values of which some are changed
   * @param from the first of them
   * @param count how many
   */
  public void apply(float[] values, int from, int count) {
    for (int i = from, end = from + count; i < end; i++) {
      values[i] = apply(values[i]);
    }
  }
}
