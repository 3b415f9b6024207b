package org.variegate.randomizer.lighting;

import org.variegate.scene.Rgb;

/**
 * The colour of a black body (Planck), by the cubic fits to the Planckian locus of Kim et al. 2002,
 * "Design of advanced color temperature control system for HDTV applications", J. Korean Phys. Soc.
 * 41; within .001 of the locus in CIE 1931 x and y.
 */
final class Blackbody {
  /** Coldest of the fits, in kelvins. */
  static final double COLDEST = 1667;

  /** Hottest of the fits, in kelvins. */
  static final double HOTTEST = 25000;

  private Blackbody() {}

  /**
   * Chromaticity.
   *
   * @param kelvin in [1667, 25000]
   * @return CIE 1931 x and y
   */
  static double[] chromaticity(double kelvin) {
    double t = 1000 / kelvin;
    double x =
        kelvin < 4000
            ? ((-0.2661239 * t - 0.2343589) * t + 0.8776956) * t + 0.179910
            : ((-3.0258469 * t + 2.1070379) * t + 0.2226347) * t + 0.240390;
    double y =
        kelvin < 2222
            ? ((-1.1063814 * x - 1.34811020) * x + 2.18555832) * x - 0.20219683
            : kelvin < 4000
                ? ((-0.9549476 * x - 1.37418593) * x + 2.09137015) * x - 0.16748867
                : ((3.0817580 * x - 5.87338670) * x + 3.75112997) * x - 0.37001483;
    return new double[] {x, y};
  }

  /**
   * A light of that colour.
   *
   * @param kelvin in [1667, 25000]
   * @return linear Rec. 709 of luminance 1; what lies outside its gamut is cut off
   */
  static Rgb color(double kelvin) {
    double[] xy = chromaticity(kelvin);
    double bigX = xy[0] / xy[1];
    double bigZ = (1 - xy[0] - xy[1]) / xy[1];
    double red = Math.max(0, 3.2404542 * bigX - 1.5371385 - 0.4985314 * bigZ);
    double green = Math.max(0, -0.9692660 * bigX + 1.8760108 + 0.0415560 * bigZ);
    double blue = Math.max(0, 0.0556434 * bigX - 0.2040259 + 1.0572252 * bigZ);
    double luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    return new Rgb(
        (float) (red / luminance), (float) (green / luminance), (float) (blue / luminance));
  }
}
