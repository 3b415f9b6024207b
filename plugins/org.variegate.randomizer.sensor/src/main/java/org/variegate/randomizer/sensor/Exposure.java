package org.variegate.randomizer.sensor;

import org.variegate.api.space.Grid;
import org.variegate.draws.Noise;

/**
 * From light to numbers, in one pass over blocks of rows: gain, vignetting, noise, quantization.
 *
 * <p>Noise is normal, with the variance of photons and of the read-out: v / full + (read / full)^2
 * for a value v, in units of white, by tables of 1024 equally likely values (which end at 3.3
 * standard deviations).
 */
final class Exposure {
  private static final int BLOCK = 2048;
  private static final int CELLS = 1024;
  private static final float[] NORMAL = normal();

  /** Adding and subtracting it rounds to a whole number. */
  private static final float ROUND = 1 << 23;

  private final float[] gains;
  private final float vignetting;
  private final float photons;
  private final float read;
  private final float steps;

  /**
   * An exposure.
   *
   * @param gains of red, green and blue
   * @param vignetting share of light that is lost at the corners, in [0, 1]
   * @param fullWell electrons at white
   * @param readNoise electrons
   * @param bits of a number up to white, 0 for any number
   */
  Exposure(float[] gains, double vignetting, double fullWell, double readNoise, int bits) {
    this.gains = gains.clone();
    this.vignetting = (float) vignetting;
    this.photons = (float) (1 / fullWell);
    this.read = (float) (readNoise / fullWell * (readNoise / fullWell));
    this.steps = bits == 0 ? 0 : (1 << bits) - 1;
  }

  /** Quantiles of the middles of equally likely cells, scaled to a variance of 1. */
  private static float[] normal() {
    double[] half = new double[CELLS / 2];
    double x = 0;
    int substeps = 64;
    double dp = 0.5 / CELLS / substeps;
    double square = 0;
    for (int i = 0; i < CELLS; i++) {
      for (int k = 0; k < substeps; k++) {
        double a = slope(x);
        double b = slope(x + dp / 2 * a);
        x += dp * b;
      }
      if (i % 2 == 0) {
        half[i / 2] = x;
        square += x * x;
      }
      if (i == CELLS - 2) {
        break;
      }
    }
    float[] all = new float[CELLS];
    double scale = 1 / Math.sqrt(square / half.length);
    for (int i = 0; i < half.length; i++) {
      all[CELLS / 2 + i] = (float) (scale * half[i]);
      all[CELLS / 2 - 1 - i] = -all[CELLS / 2 + i];
    }
    return all;
  }

  /** Of the quantile function. */
  private static double slope(double x) {
    return Math.sqrt(2 * Math.PI) * StrictMath.exp(x * x / 2);
  }

  /**
   * Exposes a picture.
   *
   * @param grid a plane
   * @param values [pixels, channels], of one channel or three; changed in place
   * @param channels 1 takes the gain of green
   * @param noise a value for each pixel
   */
  void apply(Grid grid, float[] values, int channels, Noise noise) {
    int nx = grid.nx();
    int rows = Math.max(1, BLOCK / nx);
    int[] bits = new int[rows * nx];
    float[] block = new float[rows * nx];
    float[] light = new float[rows * nx];
    float[] deviate = new float[rows * nx];
    float[] across = across(grid);
    for (int y = 0; y < grid.ny(); y += rows) {
      int n = Math.min(rows, grid.ny() - y) * nx;
      noise.bits(bits, 0, n, (long) y * nx);
      falloff(grid, across, y, light, n);
      for (int c = 0; c < channels; c++) {
        for (int i = 0, shift = 11 * c; i < n; i++) {
          deviate[i] = NORMAL[bits[i] >>> shift & CELLS - 1];
        }
        int from = c * grid.size() + y * nx;
        System.arraycopy(values, from, block, 0, n);
        expose(block, n, gains[channels == 1 ? 1 : c], light, deviate);
        System.arraycopy(block, 0, values, from, n);
      }
    }
  }

  /** All arrays by one index, which the compiler makes vectors of. */
  private void expose(float[] block, int n, float gain, float[] light, float[] deviate) {
    for (int i = 0; i < n; i++) {
      float v = block[i] * gain * light[i];
      float seen = v + (float) Math.sqrt(Math.abs(v) * photons + read) * deviate[i];
      block[i] = 0.5f * (seen + Math.abs(seen));
    }
    if (steps > 0) {
      float step = 1 / steps;
      for (int i = 0; i < n; i++) {
        block[i] = (block[i] * steps + ROUND - ROUND) * step;
      }
    }
  }

  /** Squares of distances from the middle column, in half diagonals. */
  private static float[] across(Grid grid) {
    float[] across = new float[grid.nx()];
    for (int x = 0; x < across.length; x++) {
      across[x] = (float) square(x, grid.nx(), grid);
    }
    return across;
  }

  private static double square(int i, int n, Grid grid) {
    double d = i - (n - 1) / 2.0;
    double nx = grid.nx();
    double ny = grid.ny();
    return 4 * d * d / (nx * nx + ny * ny);
  }

  /** Light falls with the square of the distance from the middle. */
  private void falloff(Grid grid, float[] across, int y, float[] light, int n) {
    int nx = across.length;
    for (int row = 0; row * nx < n; row++) {
      float down = (float) square(y + row, grid.ny(), grid);
      for (int x = 0; x < nx; x++) {
        light[row * nx + x] = 1 - vignetting * (across[x] + down);
      }
    }
  }
}
