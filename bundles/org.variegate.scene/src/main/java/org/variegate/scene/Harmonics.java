package org.variegate.scene;

/** Real spherical harmonics of order 2 with +Y as their axis, convolved with the cosine lobe. */
final class Harmonics {
  /** Squares of the normalising constants, by basis function. */
  private static final double[] SQUARES = {
    0.25 / Math.PI,
    0.75 / Math.PI,
    0.75 / Math.PI,
    0.75 / Math.PI,
    3.75 / Math.PI,
    3.75 / Math.PI,
    0.3125 / Math.PI,
    3.75 / Math.PI,
    0.9375 / Math.PI
  };

  /** The clamped cosine's coefficients over pi, by basis function. */
  private static final double[] LOBE = {1, 2 / 3.0, 2 / 3.0, 2 / 3.0, .25, .25, .25, .25, .25};

  private Harmonics() {}

  static float[] irradiance(int width, int height, float[] radiance) {
    double[] sums = new double[27];
    double[] basis = new double[9];
    double[] sine = new double[width];
    double[] cosine = new double[width];
    for (int i = 0; i < width; i++) {
      double azimuth = 2 * Math.PI * ((i + 0.5) / width - 0.5);
      sine[i] = StrictMath.sin(azimuth);
      cosine[i] = StrictMath.cos(azimuth);
    }
    for (int j = 0; j < height; j++) {
      double polar = Math.PI * (j + 0.5) / height;
      double y = StrictMath.cos(polar);
      double r = StrictMath.sin(polar);
      double solid =
          2
              * Math.PI
              / width
              * (StrictMath.cos(Math.PI * j / height) - StrictMath.cos(Math.PI * (j + 1) / height));
      for (int i = 0; i < width; i++) {
        fill(basis, r * sine[i], y, -r * cosine[i]);
        for (int c = 0; c < 3; c++) {
          double light = radiance[3 * (j * width + i) + c] * solid;
          for (int k = 0; k < 9; k++) {
            sums[9 * c + k] += light * basis[k];
          }
        }
      }
    }
    float[] result = new float[27];
    for (int k = 0; k < 27; k++) {
      result[k] = (float) (sums[k] * SQUARES[k % 9] * LOBE[k % 9]);
    }
    return result;
  }

  private static void fill(double[] basis, double x, double y, double z) {
    basis[0] = 1;
    basis[1] = x;
    basis[2] = y;
    basis[3] = z;
    basis[4] = x * y;
    basis[5] = y * z;
    basis[6] = 3 * y * y - 1;
    basis[7] = x * z;
    basis[8] = x * x - z * z;
  }
}
