package org.variegate.species.quadruped.coat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Colours of hair and bare skin, linear. */
public enum Pigment {
  BLACK(.022, .020, .019),
  GREY(.170, .178, .192),
  SLATE(.10, .10, .11),
  WHITE(.70, .68, .64),
  CREAM(.64, .52, .37),
  ORANGE(.52, .25, .085),
  BROWN(.25, .175, .11),
  SILVER(.27, .265, .255),
  GOLD(.52, .32, .135),
  FAWN(.52, .35, .19),
  CHOCOLATE(.105, .052, .03),
  RED(.36, .155, .055),
  TAN(.42, .225, .085),
  PINK(.58, .38, .30);

  private final double[] rgb;

  Pigment(double red, double green, double blue) {
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
