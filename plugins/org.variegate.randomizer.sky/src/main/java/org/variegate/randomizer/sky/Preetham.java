package org.variegate.randomizer.sky;

/**
 * The clear sky of Preetham, Shirley and Smits 1999, "A practical analytic model for daylight",
 * SIGGRAPH, appendix A: luminance in kcd/m^2 and CIE x and y, each as Perez' function of the angles
 * from the zenith and from the sun.
 */
final class Preetham {
  /** Steps of a table in the sine of half the angle from the sun. */
  private static final int STEPS = 256;

  /** Illuminance of the sun outside the atmosphere, in klx. */
  private static final double SUN = 127.5;

  /** A to E of luminance, x and y: slope in turbidity and offset. */
  private static final double[][] PEREZ = {
    {0.1787, -1.4630, -0.3554, 0.4275, -0.0227, 5.3251, 0.1206, -2.5771, -0.0670, 0.3703},
    {-0.0193, -0.2592, -0.0665, 0.0008, -0.0004, 0.2125, -0.0641, -0.8989, -0.0033, 0.0452},
    {-0.0167, -0.2608, -0.0950, 0.0092, -0.0079, 0.2102, -0.0441, -1.6537, -0.0109, 0.0529}
  };

  private static final double[][] ZENITH_X = {
    {0.00166, -0.00375, 0.00209, 0},
    {-0.02903, 0.06377, -0.03202, 0.00394},
    {0.11693, -0.21196, 0.06052, 0.25886}
  };

  private static final double[][] ZENITH_Y = {
    {0.00275, -0.00610, 0.00317, 0},
    {-0.04214, 0.08970, -0.04153, 0.00516},
    {0.15346, -0.26756, 0.06670, 0.26688}
  };

  /** Wavelengths of red, green and blue, in micrometres. */
  private static final double[] WAVELENGTHS = {0.612, 0.549, 0.465};

  private final double turbidity;
  private final double zenith;
  private final double[][] coefficients = new double[3][5];
  private final double[] scale = new double[3];
  private final float[][] bySun = new float[3][STEPS + 2];

  /**
   * A sky.
   *
   * @param turbidity of the air, 2 (very clear) to 10 (haze)
   * @param elevation of the sun, radians, above 0
   */
  Preetham(double turbidity, double elevation) {
    this.turbidity = turbidity;
    this.zenith = Math.PI / 2 - elevation;
    double[] top = {luminance(), cubic(ZENITH_X), cubic(ZENITH_Y)};
    for (int q = 0; q < 3; q++) {
      for (int k = 0; k < 5; k++) {
        coefficients[q][k] = PEREZ[q][2 * k] * turbidity + PEREZ[q][2 * k + 1];
      }
      for (int i = 0; i < STEPS + 2; i++) {
        double angle = 2 * StrictMath.asin(Math.min(1, (double) i / STEPS));
        bySun[q][i] = (float) bySun(q, angle);
      }
      scale[q] = top[q] / (byZenith(q, 1) * bySun(q, zenith));
    }
  }

  private double luminance() {
    double chi = (4 / 9.0 - turbidity / 120) * (Math.PI - 2 * zenith);
    return (4.0453 * turbidity - 4.9710) * StrictMath.tan(chi) - 0.2155 * turbidity + 2.4192;
  }

  private double cubic(double[][] rows) {
    double sum = 0;
    for (double[] row : rows) {
      double angles = ((row[0] * zenith + row[1]) * zenith + row[2]) * zenith + row[3];
      sum = sum * turbidity + angles;
    }
    return sum;
  }

  private double byZenith(int quantity, double cosine) {
    double[] c = coefficients[quantity];
    return 1 + c[0] * StrictMath.exp(c[1] / Math.max(cosine, 0.01));
  }

  private double bySun(int quantity, double angle) {
    double[] c = coefficients[quantity];
    double cosine = StrictMath.cos(angle);
    return 1 + c[2] * StrictMath.exp(c[3] * angle) + c[4] * cosine * cosine;
  }

  /**
   * What depends on the height above the horizon alone.
   *
   * @param cosine of the angle from the zenith
   * @return of luminance, x and y
   */
  double[] row(double cosine) {
    double[] row = new double[3];
    for (int q = 0; q < 3; q++) {
      row[q] = scale[q] * byZenith(q, cosine);
    }
    return row;
  }

  /**
   * Light from a direction.
   *
   * @param row of its height
   * @param cosine of its angle from the sun
   * @param xyY receives CIE x, y and the luminance in kcd/m^2
   */
  void at(double[] row, double cosine, double[] xyY) {
    double t = STEPS * Math.sqrt(Math.max(0, (1 - cosine) / 2));
    int i = Math.min((int) t, STEPS);
    double f = t - i;
    for (int q = 0; q < 3; q++) {
      double value = bySun[q][i] + f * (bySun[q][i + 1] - bySun[q][i]);
      xyY[q == 0 ? 2 : q - 1] = Math.max(0, row[q] * value);
    }
  }

  /**
   * The sun through the air: scattering by molecules and by dust, appendix A.1, with the optical
   * mass of Kasten 1966.
   *
   * @return illuminance of a surface facing it in klx: red, green, blue
   */
  double[] sun() {
    double mass = mass(zenith);
    double beta = Math.max(0, 0.04608 * turbidity - 0.04586);
    double[] sun = new double[3];
    for (int c = 0; c < 3; c++) {
      double micron = WAVELENGTHS[c];
      double molecules = 0.008735 * StrictMath.pow(micron, -4.08);
      double dust = beta * StrictMath.pow(micron, -1.3);
      sun[c] = SUN * StrictMath.exp(-(molecules + dust) * mass);
    }
    return sun;
  }

  static double mass(double zenith) {
    double degrees = StrictMath.toDegrees(zenith);
    return 1 / (StrictMath.cos(zenith) + 0.15 * StrictMath.pow(93.885 - degrees, -1.253));
  }
}
