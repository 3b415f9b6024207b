package org.variegate.scene;

import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;

/**
 * A light.
 *
 * @param kind how it shines
 * @param position of all but a directional light, in m; to be read only
 * @param direction in which the light travels, of length 1; of a directional, spot or area light
 * @param color a directional light's irradiance over pi, so that a white surface facing it is this
 *     bright; of another light the same at 1 m
 * @param size radius of an area light or point in m, of a directional light's disc in radians: the
 *     larger, the softer are shadows
 * @param cone half the opening angle of a spot light, radians
 * @param shadows whether it casts any
 */
public record Light(
    Kind kind,
    Point3f position,
    Vector3f direction,
    Rgb color,
    double size,
    double cone,
    boolean shadows) {

  /** How a light shines. */
  public enum Kind {
    /** From far away, such as the sun. */
    DIRECTIONAL,
    /** From a point in all directions. */
    POINT,
    /** From a point into a cone. */
    SPOT,
    /** From a disc that faces along the direction. */
    AREA
  }

  /** Takes copies. */
  public Light {
    position = new Point3f(position);
    direction = new Vector3f(direction);
  }

  /**
   * A light from far away.
   *
   * @param direction in which the light travels, of length 1
   * @param color how bright a white surface facing it is
   * @param size radius of its disc, radians
   * @return a light with shadows
   */
  public static Light directional(Vector3f direction, Rgb color, double size) {
    return new Light(Kind.DIRECTIONAL, new Point3f(), direction, color, size, 0, true);
  }
}
