package org.variegate.raster;

/**
 * The discrete analogue of the Gaussian (Lindeberg 1990, eq. 24): T(n) = exp(-t) I_n(t) with t =
 * sigma^2 and the modified Bessel functions I_n. Its variance is exactly sigma^2 at any sigma,
 * which samples of the Gaussian miss below one voxel, and two of them in a row are one of the
 * summed variance.
 */
final class DiscreteGaussian {
  /** What may be cut off, of a sum of 1. */
  private static final double TAIL = 1e-3;

  /** Standard deviations, in voxels, that change nothing. */
  private static final double NOTHING = 0.02;

  /** The widest kernel in voxels: a wider one leaves nothing of an image, and would take long. */
  static final double WIDEST = 1000;

  private static final float[] IDENTITY = {1};

  private DiscreteGaussian() {}

  /**
   * One half of the kernel.
   *
   * @param sigma standard deviation in voxels, 0 to 1000
   * @return the middle, then the weights at distances 1, 2, ...; twice their sum less the middle is
   *     1
   * @throws IllegalArgumentException if it is wider
   */
  static float[] half(double sigma) {
    if (!(sigma <= WIDEST)) {
      throw new IllegalArgumentException("sigma: needs at most 1000 voxels, got " + sigma);
    }
    if (sigma < NOTHING) {
      return IDENTITY;
    }
    double t = sigma * sigma;
    int last = (int) Math.ceil(6 * sigma) + 8;
    double[] bessel = new double[last + 2];
    bessel[last] = 1e-250;
    double sum = 2 * bessel[last];
    for (int n = last; n > 0; n--) {
      bessel[n - 1] = bessel[n + 1] + 2 * n / t * bessel[n];
      sum += n > 1 ? 2 * bessel[n - 1] : bessel[0];
    }
    return cut(bessel, sum);
  }

  private static float[] cut(double[] bessel, double sum) {
    int radius = 0;
    double kept = bessel[0];
    while (kept < (1 - TAIL) * sum) {
      kept += 2 * bessel[++radius];
    }
    float[] half = new float[radius + 1];
    for (int n = 0; n <= radius; n++) {
      half[n] = (float) (bessel[n] / kept);
    }
    return half;
  }
}
