package org.variegate.species.quadruped.field;

/** A rotation. */
public final class Turn {
  public static final Turn NONE = new Turn(Vec.LEFT, Vec.UP, Vec.FORWARD);

  /** Where left, up and forward go. */
  private final Vec left;

  private final Vec up;
  private final Vec forward;

  private Turn(Vec left, Vec up, Vec forward) {
    this.left = left;
    this.up = up;
    this.forward = forward;
  }

  /**
   * A rotation about an axis.
   *
   * @param axis of any length but 0
   * @param angle radians, by the right hand's rule
   */
  public static Turn about(Vec axis, double angle) {
    Vec a = axis.unit();
    double s = StrictMath.sin(angle);
    double c = StrictMath.cos(angle);
    return new Turn(spun(a, Vec.LEFT, s, c), spun(a, Vec.UP, s, c), spun(a, Vec.FORWARD, s, c));
  }

  private static Vec spun(Vec axis, Vec v, double s, double c) {
    return v.times(c).plus(axis.cross(v).times(s)).plus(axis.times(axis.dot(v) * (1 - c)));
  }

  /** Lowers (above 0) or raises what looks forward. */
  public static Turn pitch(double angle) {
    return about(Vec.LEFT, angle);
  }

  /** Turns what looks forward to the left (above 0). */
  public static Turn yaw(double angle) {
    return about(Vec.UP, angle);
  }

  /** Tips what is up to the right side of the animal (above 0). */
  public static Turn roll(double angle) {
    return about(Vec.FORWARD, angle);
  }

  /**
   * The frame whose forward lies along one vector, and whose left is as near to another as it can
   * be.
   */
  public static Turn frame(Vec forward, Vec left) {
    Vec f = forward.unit();
    Vec u = f.cross(left).unit();
    return new Turn(u.cross(f), u, f);
  }

  public Vec apply(Vec v) {
    return left.times(v.x()).plus(up.times(v.y())).plus(forward.times(v.z()));
  }

  /** Of the turned vector, where it came from. */
  public Vec undo(Vec v) {
    return new Vec(left.dot(v), up.dot(v), forward.dot(v));
  }

  /** The other first, then this. */
  public Turn after(Turn first) {
    return new Turn(apply(first.left), apply(first.up), apply(first.forward));
  }

  public Turn inverse() {
    return new Turn(
        new Vec(left.x(), up.x(), forward.x()),
        new Vec(left.y(), up.y(), forward.y()),
        new Vec(left.z(), up.z(), forward.z()));
  }

  /** Where left goes. */
  public Vec left() {
    return left;
  }

  /** Where up goes. */
  public Vec up() {
    return up;
  }

  /** Where forward goes. */
  public Vec forward() {
    return forward;
  }
}
