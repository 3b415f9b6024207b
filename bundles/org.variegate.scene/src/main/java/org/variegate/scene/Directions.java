package org.variegate.scene;

import javax.vecmath.Matrix4f;
import javax.vecmath.Vector3f;
import org.variegate.draws.Distribution;

/** Directions by elevation and azimuth, in degrees, as options give them. */
public final class Directions {
  private Directions() {}

  /**
   * Reads a distribution of elevations: {@code area(a, b)}, which makes every direction between the
   * elevations a and b equally likely, or any other.
   *
   * @param key what it configures; errors begin with it
   * @param text the distribution, in degrees above the horizon
   * @return values in [-90, 90]
   * @throws IllegalArgumentException if it is none or leaves [-90, 90]
   */
  public static Distribution elevations(String key, String text) {
    String trimmed = text.strip();
    if (!trimmed.startsWith("area(")) {
      return Distribution.parse(key, text, -90, 90);
    }
    Distribution range =
        Distribution.parse(key, "uniform(" + trimmed.substring("area(".length()), -90, 90);
    return Area.isBetween(range.lower(), range.upper())
        ? new Area(range.lower(), range.upper())
        : range;
  }

  /**
   * A direction as seen from something.
   *
   * @param placement of the thing, whose front is its +Z and whose left is its +X
   * @param azimuth degrees about the vertical from its front, towards its left
   * @param elevation degrees above the horizon
   * @return a unit vector in the world
   */
  public static Vector3f around(Matrix4f placement, double azimuth, double elevation) {
    double x = placement.m02;
    double z = placement.m22;
    double length = Math.sqrt(x * x + z * z);
    double fx = length > 0 ? x / length : 0;
    double fz = length > 0 ? z / length : 1;
    double a = StrictMath.toRadians(azimuth);
    double e = StrictMath.toRadians(elevation);
    double c = StrictMath.cos(a) * StrictMath.cos(e);
    double s = StrictMath.sin(a) * StrictMath.cos(e);
    return new Vector3f(
        (float) (c * fx + s * fz), (float) StrictMath.sin(e), (float) (c * fz - s * fx));
  }
}
