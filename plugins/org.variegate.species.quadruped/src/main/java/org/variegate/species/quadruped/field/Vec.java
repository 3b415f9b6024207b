package org.variegate.species.quadruped.field;

/** A point or vector in double precision, +X left, +Y up, +Z forward. */
public record Vec(double x, double y, double z) {
  public static final Vec ZERO = new Vec(0, 0, 0);
  public static final Vec LEFT = new Vec(1, 0, 0);
  public static final Vec UP = new Vec(0, 1, 0);
  public static final Vec FORWARD = new Vec(0, 0, 1);

  public Vec plus(Vec o) {
    return new Vec(x + o.x, y + o.y, z + o.z);
  }

  public Vec plus(double dx, double dy, double dz) {
    return new Vec(x + dx, y + dy, z + dz);
  }

  public Vec minus(Vec o) {
    return new Vec(x - o.x, y - o.y, z - o.z);
  }

  public Vec times(double s) {
    return new Vec(x * s, y * s, z * s);
  }

  public double dot(Vec o) {
    return x * o.x + y * o.y + z * o.z;
  }

  public Vec cross(Vec o) {
    return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  /** The same of length 1; forward if it has no length. */
  public Vec unit() {
    double length = length();
    return length > 1e-12 ? times(1 / length) : FORWARD;
  }

  /** On the other side of the animal. */
  public Vec mirrored() {
    return new Vec(-x, y, z);
  }

  /** From this point to another, 0 here and 1 there. */
  public Vec towards(Vec o, double t) {
    return plus(o.minus(this).times(t));
  }
}
