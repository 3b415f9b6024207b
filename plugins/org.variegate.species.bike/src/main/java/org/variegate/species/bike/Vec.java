package org.variegate.species.bike;

/** A point or direction in the bicycle's space: x to the left, y up, z forward, in m. */
record Vec(double x, double y, double z) {
  Vec plus(double dx, double dy, double dz) {
    return new Vec(x + dx, y + dy, z + dz);
  }

  Vec plus(Vec o) {
    return plus(o.x, o.y, o.z);
  }

  Vec minus(Vec o) {
    return plus(-o.x, -o.y, -o.z);
  }

  Vec times(double f) {
    return new Vec(f * x, f * y, f * z);
  }

  /** This point moved by so much along a direction. */
  Vec along(Vec direction, double by) {
    return plus(direction.times(by));
  }

  Vec towards(Vec o, double share) {
    return along(o.minus(this), share);
  }

  double dot(Vec o) {
    return x * o.x + y * o.y + z * o.z;
  }

  Vec cross(Vec o) {
    return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  Vec unit() {
    return times(1 / length());
  }

  double distance(Vec o) {
    return minus(o).length();
  }

  /** The same on the other side. */
  Vec mirrored() {
    return new Vec(-x, y, z);
  }
}
