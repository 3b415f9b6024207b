package org.variegate.species.quadruped.field;

/**
 * One of the shapes an animal is made of.
 *
 * @param kind how the numbers are read
 * @param a one end of a cone, or an ellipsoid's centre
 * @param b other end of a cone, or an ellipsoid's radii
 * @param radiusA of a cone at a
 * @param radiusB of a cone at b
 * @param blend width over which it melts into the others
 * @param frame of an ellipsoid
 * @param bone that carries it, by place in the skeleton
 * @param comb which way the fur on it lies, of length 1
 */
public record Primitive(
    Kind kind,
    Vec a,
    Vec b,
    double radiusA,
    double radiusB,
    double blend,
    Turn frame,
    int bone,
    Vec comb) {

  /** How a primitive changes the field. */
  public enum Kind {
    /** A round cone, added. */
    CONE,
    /** An ellipsoid, added. */
    ELLIPSOID,
    /** An ellipsoid, taken away. */
    HOLLOW
  }

  public static Primitive cone(
      Vec a, Vec b, double radiusA, double radiusB, double blend, int bone, Vec comb) {
    return new Primitive(Kind.CONE, a, b, radiusA, radiusB, blend, Turn.NONE, bone, comb.unit());
  }

  public static Primitive ellipsoid(
      Vec centre, Vec radii, Turn frame, double blend, int bone, Vec comb) {
    return new Primitive(Kind.ELLIPSOID, centre, radii, 0, 0, blend, frame, bone, comb.unit());
  }

  public static Primitive hollow(Vec centre, Vec radii, Turn frame, double blend, int bone) {
    return new Primitive(Kind.HOLLOW, centre, radii, 0, 0, blend, frame, bone, Vec.FORWARD);
  }
}
