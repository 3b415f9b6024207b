package org.variegate.raster;

/**
 * The power x^g on [0, 1] by table: a gamma curve.
 *
 * <p>The curve is a chain of straight lines, 128 for each octave of x, found by the bits of the
 * float. It reaches down to where x^g is 2^-12, and the first line begins there at 0. The absolute
 * error is below 5e-4 for exponents from 0.1 to 10.
 */
public final class PowerTable {
  private static final int CELLS = 128;

  /** Beyond it 2^g is no number any more. */
  private static final double STEEPEST = 1000;

  private static final int MOST_OCTAVES = 125;
  private static final int ONE = Float.floatToRawIntBits(1f) >>> 16;

  /** The lines: intercept + slope x. The last one is 1 throughout. */
  private final float[] intercept;

  private final float[] slope;
  private final int base;
  private final float lowest;

  /**
   * A curve.
   *
   * @param exponent g, above 0, at most 1000
   * @throws IllegalArgumentException if it is not
   */
  public PowerTable(double exponent) {
    if (!(exponent > 0 && exponent <= STEEPEST)) {
      throw new IllegalArgumentException(
          "exponent: needs a number above 0, at most 1000, got " + exponent);
    }
    int octaves = (int) Math.min(MOST_OCTAVES, Math.max(1, Math.ceil(12 / exponent)));
    int lines = octaves * CELLS;
    base = ONE - lines;
    lowest = start(0);
    intercept = new float[lines + 1];
    slope = new float[lines + 1];
    double[] powers = powers(exponent, octaves);
    for (int line = 0; line < lines; line++) {
      double rise = powers[line + 1] - powers[line];
      slope[line] = (float) (rise / ((double) start(line + 1) - start(line)));
      intercept[line] = (float) (powers[line] - (double) slope[line] * start(line));
    }
    intercept[lines] = 1;
  }

  /** The curve where lines meet; 0 at the first place. */
  private static double[] powers(double exponent, int octaves) {
    double[] powers = new double[octaves * CELLS + 1];
    for (int cell = 0; cell < CELLS; cell++) {
      double power = StrictMath.pow(1 + cell / (double) CELLS, exponent);
      for (int octave = 0; octave < octaves; octave++) {
        powers[octave * CELLS + cell] = power * StrictMath.pow(2, exponent * (octave - octaves));
      }
    }
    powers[0] = 0;
    powers[octaves * CELLS] = 1;
    return powers;
  }

  /** Where a line begins. */
  private float start(int line) {
    return Float.intBitsToFloat((base + line) << 16);
  }

  /**
   * The power of one value.
   *
   * @param x any number; below 0 it counts as 0, above 1 as 1
   * @return x^g, and NaN of NaN
   */
  public float apply(float x) {
    float clamped = Math.max(lowest, Math.min(1f, x));
    int line = Math.min(slope.length - 1, (Float.floatToRawIntBits(clamped) >>> 16) - base);
    return intercept[line] + slope[line] * clamped;
  }

  /**
   * Raises values to the power, in place.
   *
   * @param values of which some are changed
   * @param from the first of them
   * @param count how many
   */
  public void apply(float[] values, int from, int count) {
    int end = from + count;
    for (int i = from; i < end; i++) {
      values[i] = Math.max(lowest, Math.min(1f, values[i]));
    }
    float[] a = intercept;
    float[] b = slope;
    int last = a.length - 1;
    for (int i = from; i < end; i++) {
      float x = values[i];
      int line = Math.min(last, (Float.floatToRawIntBits(x) >>> 16) - base);
      values[i] = a[line] + b[line] * x;
    }
  }
}
