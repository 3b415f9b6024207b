package org.variegate.species.quadruped.field;

import java.util.List;

/**
 * The signed distance to a body made of primitives, about 0 outside and below inside: in the order
 * of the list each is joined to those before by a quadratic smooth union (Quilez 2013, "Smooth
 * minimum"), or taken away likewise. Near the surface it is a distance to within some percent.
 * Thread-safe.
 */
public final class Field {
  /** Numbers a primitive has in the table. */
  static final int STRIDE = 20;

  private static final int BALL = 5;

  /** The distance to nothing at all. */
  public static final double FAR = 1e3;

  private final List<Primitive> primitives;
  private final double[] table;
  private final double[] balls;
  private final int[] all;

  public Field(List<Primitive> primitives) {
    this.primitives = List.copyOf(primitives);
    table = new double[STRIDE * primitives.size()];
    balls = new double[BALL * primitives.size()];
    all = new int[primitives.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
      fill(STRIDE * i, primitives.get(i));
      ball(BALL * i, primitives.get(i));
    }
  }

  private void fill(int at, Primitive p) {
    boolean cone = p.kind() == Primitive.Kind.CONE;
    Vec b = cone ? p.b().minus(p.a()) : new Vec(1 / p.b().x(), 1 / p.b().y(), 1 / p.b().z());
    double[] row = {
      p.kind().ordinal(),
      p.a().x(),
      p.a().y(),
      p.a().z(),
      b.x(),
      b.y(),
      b.z(),
      p.radiusA(),
      p.radiusB() - p.radiusA(),
      p.blend(),
      1 / (b.dot(b) + 1e-12),
      p.frame().left().x(),
      p.frame().left().y(),
      p.frame().left().z(),
      p.frame().up().x(),
      p.frame().up().y(),
      p.frame().up().z(),
      p.frame().forward().x(),
      p.frame().forward().y(),
      p.frame().forward().z()
    };
    System.arraycopy(row, 0, table, at, STRIDE);
  }

  /**
   * A point, a radius r and a factor f: at s from the point the distance is at least s / f - r
   * where that is above 0. For a cone it is the ball that holds it. An ellipsoid's distance is at
   * least its smallest radius times s over its largest, less 1.
   */
  private void ball(int at, Primitive p) {
    boolean cone = p.kind() == Primitive.Kind.CONE;
    Vec centre = cone ? p.a().towards(p.b(), 0.5) : p.a();
    double smallest = Math.min(p.b().x(), Math.min(p.b().y(), p.b().z()));
    double largest = Math.max(p.b().x(), Math.max(p.b().y(), p.b().z()));
    double holds = p.a().minus(centre).length() + Math.max(p.radiusA(), p.radiusB());
    balls[at] = centre.x();
    balls[at + 1] = centre.y();
    balls[at + 2] = centre.z();
    balls[at + 3] = (cone ? holds : smallest) + 1e-6;
    balls[at + 4] = cone ? 1 : largest / smallest;
  }

  /** What it is made of. */
  public List<Primitive> primitives() {
    return primitives;
  }

  /** All primitives' places. */
  public int[] all() {
    return all;
  }

  /** The distance to one primitive, whether it is added or taken away. */
  public double distance(int primitive, double x, double y, double z) {
    double[] t = table;
    int i = STRIDE * primitive;
    double px = x - t[i + 1];
    double py = y - t[i + 2];
    double pz = z - t[i + 3];
    double bx = t[i + 4];
    double by = t[i + 5];
    double bz = t[i + 6];
    if (t[i] == 0) {
      double s = (px * bx + py * by + pz * bz) * t[i + 10];
      s = s < 0 ? 0 : s > 1 ? 1 : s;
      double dx = px - s * bx;
      double dy = py - s * by;
      double dz = pz - s * bz;
      return Math.sqrt(dx * dx + dy * dy + dz * dz) - (t[i + 7] + s * t[i + 8]);
    }
    double u = (t[i + 11] * px + t[i + 12] * py + t[i + 13] * pz) * bx;
    double v = (t[i + 14] * px + t[i + 15] * py + t[i + 16] * pz) * by;
    double w = (t[i + 17] * px + t[i + 18] * py + t[i + 19] * pz) * bz;
    double k0 = Math.sqrt(u * u + v * v + w * w) + 1e-9;
    u *= bx;
    v *= by;
    w *= bz;
    return k0 * (k0 - 1) / (Math.sqrt(u * u + v * v + w * w) + 1e-9);
  }

  /**
   * Whether a primitive is surely farther than a limit, by a ball about it: much quicker than its
   * distance.
   *
   * @param limit at least 0
   */
  public boolean beyond(int primitive, double x, double y, double z, double limit) {
    int i = BALL * primitive;
    double dx = x - balls[i];
    double dy = y - balls[i + 1];
    double dz = z - balls[i + 2];
    double reach = (limit + balls[i + 3]) * balls[i + 4];
    return dx * dx + dy * dy + dz * dz > reach * reach;
  }

  /** The distance at a point, from all primitives. */
  public double at(double x, double y, double z) {
    return at(all, x, y, z);
  }

  /** The distance at a point, from some primitives in their order. */
  public double at(int[] active, double x, double y, double z) {
    double d = FAR;
    for (int primitive : active) {
      d = joined(d, distance(primitive, x, y, z), primitive);
    }
    return d;
  }

  /** The distance to what was there before and one primitive at a distance of its own. */
  double joined(double d, double e, int primitive) {
    double k = table[STRIDE * primitive + 9];
    boolean hollow = hollow(primitive);
    double gap = hollow ? d + e : d - e;
    double h = k - (gap < 0 ? -gap : gap);
    double soft = h > 0 ? h * h / (4 * k) : 0;
    return hollow ? (d > -e ? d : -e) + soft : (d < e ? d : e) - soft;
  }

  /** All primitives' numbers: kind, place, shape, radii, blend, frame. */
  double[] table() {
    return table;
  }

  /** Whether a primitive is taken away. */
  boolean hollow(int primitive) {
    return table[STRIDE * primitive] == 2;
  }

  /** The width over which a primitive melts into the others. */
  double blend(int primitive) {
    return table[STRIDE * primitive + 9];
  }
}
