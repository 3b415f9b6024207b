package org.variegate.scene;

import org.variegate.draws.Distribution;
import org.variegate.draws.Uniforms;

/**
 * Elevations in degrees between a and b, of directions uniform in area: asin(U(sin a, sin b)).
 * Where a and b are so close that rounding exceeds what lies between, moments keep their bounds.
 *
 * @param a at least -90
 * @param b above a, at most 90
 */
record Area(double a, double b) implements Distribution {

  @Override
  public double sample(Uniforms uniforms) {
    double sine = sine(a) + uniforms.next() * (sine(b) - sine(a));
    double degrees = StrictMath.toDegrees(StrictMath.asin(Math.max(-1, Math.min(1, sine))));
    return Math.max(a, Math.min(b, degrees));
  }

  /** Whether there is any area between two elevations, as far as numbers tell. */
  static boolean isBetween(double a, double b) {
    return sine(a) < sine(b);
  }

  private static double sine(double degrees) {
    return StrictMath.sin(StrictMath.toRadians(degrees));
  }

  @Override
  public double cumulative(double x) {
    double inside = Math.max(a, Math.min(b, x));
    return (sine(inside) - sine(a)) / (sine(b) - sine(a));
  }

  @Override
  public double mean() {
    double mean = StrictMath.toDegrees(moment(b) - moment(a)) / (sine(b) - sine(a));
    return Math.max(a, Math.min(b, mean));
  }

  /** The integral of x cos x. */
  private static double moment(double degrees) {
    double x = StrictMath.toRadians(degrees);
    return x * StrictMath.sin(x) + StrictMath.cos(x);
  }

  @Override
  public double deviation() {
    double square = (secondMoment(b) - secondMoment(a)) / (sine(b) - sine(a));
    double mean = StrictMath.toRadians(mean());
    double deviation = StrictMath.toDegrees(Math.sqrt(Math.max(0, square - mean * mean)));
    return Math.min((b - a) / 2, deviation);
  }

  /** The integral of x^2 cos x. */
  private static double secondMoment(double degrees) {
    double x = StrictMath.toRadians(degrees);
    return x * x * StrictMath.sin(x) + 2 * x * StrictMath.cos(x) - 2 * StrictMath.sin(x);
  }

  @Override
  public double lower() {
    return a;
  }

  @Override
  public double upper() {
    return b;
  }

  @Override
  public String toString() {
    return "area(" + a + ", " + b + ")";
  }
}
