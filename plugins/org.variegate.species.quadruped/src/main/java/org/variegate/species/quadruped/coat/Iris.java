package org.variegate.species.quadruped.coat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Colours of eyes, linear. */
public enum Iris {
  AMBER(.55, .34, .06),
  YELLOW(.56, .45, .10),
  GREEN(.30, .42, .14),
  HAZEL(.42, .44, .12),
  COPPER(.55, .24, .04),
  BLUE(.22, .42, .72),
  BROWN(.13, .058, .022),
  DARK(.06, .03, .016);

  private final double[] rgb;

  Iris(double red, double green, double blue) {
    rgb = new double[] {red, green, blue};
  }

  /** Red, green and blue. */
  public double[] rgb() {
    return rgb.clone();
  }

  /** All names, in order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(p -> p.name().toLowerCase(Locale.ROOT)).toList();
  }
}
