package org.variegate.scene.shape;

import org.variegate.scene.Mesh;

/** Simple solids, closed unless they say otherwise. */
public final class Shapes {
  /** The distance of a surface from the origin. */
  @FunctionalInterface
  public interface Radius {
    /**
     * The distance in a direction.
     *
     * @param x of the unit vector
     * @param y of the unit vector
     * @param z of the unit vector
     * @return above 0, in m
     */
    double at(double x, double y, double z);
  }

  private Shapes() {}

  /**
   * A horizontal rectangle that faces up; texture coordinates in m from its middle.
   *
   * @param width along x, in m
   * @param depth along z, in m
   * @param cells along each side, at least 1
   * @return an open surface
   */
  public static Mesh plane(double width, double depth, int cells) {
    atLeast("cells", cells, 1);
    int n = cells + 1;
    float[] positions = new float[3 * n * n];
    float[] uvs = new float[2 * n * n];
    for (int k = 0; k < n * n; k++) {
      double x = width * ((double) (k % n) / cells - 0.5);
      double z = depth * (0.5 - (double) (k / n) / cells);
      positions[3 * k] = (float) x;
      positions[3 * k + 2] = (float) z;
      uvs[2 * k] = (float) x;
      uvs[2 * k + 1] = (float) z;
    }
    return Lattice.mesh(n, n, positions, uvs, false, false);
  }

  /**
   * A box whose edges and corners are rounded off.
   *
   * @param width along x, in m
   * @param height along y, in m
   * @param depth along z, in m
   * @param bevel radius of the edges, in m; 0 for sharp ones
   * @return 12 triangles with sharp edges, 108 with bevels
   */
  public static Mesh box(double width, double height, double depth, double bevel) {
    return Boxes.box(width / 2, height / 2, depth / 2, bevel);
  }

  /**
   * A ball.
   *
   * @param radius in m
   * @param segments around, at least 3
   * @return with half as many rings
   */
  public static Mesh sphere(double radius, int segments) {
    return star((x, y, z) -> radius, segments);
  }

  /**
   * A body whose whole surface is seen from the origin, such as a ball with bumps.
   *
   * @param radius by direction
   * @param segments around, at least 3
   * @return with half as many rings
   */
  public static Mesh star(Radius radius, int segments) {
    return round(
        segments,
        1,
        1,
        (cosU, sinU, cosV, sinV, p) -> {
          double r = radius.at(cosV * sinU, sinV, cosV * cosU);
          p[0] = r * cosV * sinU;
          p[1] = r * sinV;
          p[2] = r * cosV * cosU;
        });
  }

  /**
   * A superellipsoid (Barr 1981): |x / a|, |y / b| and |z / c| to the power of 2 / e.
   *
   * @param a half the width, along x, in m
   * @param b half the height, along y, in m
   * @param c half the depth, along z, in m
   * @param eastWest exponent e of horizontal sections: 0.2 is nearly square, 1 round, 2 a rhombus
   * @param northSouth the same of vertical sections
   * @param segments around, at least 3
   * @return with half as many rings
   */
  public static Mesh superquadric(
      double a, double b, double c, double eastWest, double northSouth, int segments) {
    return round(
        segments,
        eastWest,
        northSouth,
        (cosU, sinU, cosV, sinV, p) -> {
          p[0] = a * cosV * sinU;
          p[1] = b * sinV;
          p[2] = c * cosV * cosU;
        });
  }

  private static double power(double value, double exponent) {
    if (exponent == 1) {
      return value;
    }
    double size = StrictMath.pow(Math.abs(value), exponent);
    return value < 0 ? -size : size;
  }

  /**
   * A cylinder.
   *
   * @param radius in m
   * @param height in m
   * @param segments around, at least 3
   * @return with caps and sharp edges
   */
  public static Mesh cylinder(double radius, double height, int segments) {
    return frustum(radius, radius, height, segments);
  }

  /**
   * A cone that points up.
   *
   * @param radius of its base, in m
   * @param height in m
   * @param segments around, at least 3
   * @return with its base
   */
  public static Mesh cone(double radius, double height, int segments) {
    double h = height / 2;
    return Sweeps.lathe(new double[] {0, -h, radius, -h, radius, -h, 0, h}, segments);
  }

  /**
   * A cone cut off.
   *
   * @param bottom radius, in m
   * @param top radius, in m
   * @param height in m
   * @param segments around, at least 3
   * @return with caps and sharp edges
   */
  public static Mesh frustum(double bottom, double top, double height, int segments) {
    double h = height / 2;
    return Sweeps.lathe(
        new double[] {0, -h, bottom, -h, bottom, -h, top, h, top, h, 0, h}, segments);
  }

  /**
   * A ring that lies flat.
   *
   * @param radius from its middle to the middle of its tube, in m
   * @param tube radius of the tube, in m
   * @param segments around the ring, at least 3
   * @param sides around the tube, at least 3
   * @return the ring
   */
  public static Mesh torus(double radius, double tube, int segments, int sides) {
    atLeast("sides", sides, 3);
    double[] profile = new double[2 * (sides + 1)];
    for (int i = 0; i <= sides; i++) {
      double angle = 2 * Math.PI * (i % sides) / sides;
      profile[2 * i] = radius + tube * StrictMath.cos(angle);
      profile[2 * i + 1] = tube * StrictMath.sin(angle);
    }
    return Sweeps.lathe(profile, segments);
  }

  @FunctionalInterface
  private interface Globe {
    void at(double cosU, double sinU, double cosV, double sinV, double[] point);
  }

  private static Mesh round(int segments, double around, double up, Globe globe) {
    atLeast("segments", segments, 3);
    int rings = Math.max(2, segments / 2);
    float[] positions = new float[3 * (rings + 1) * (segments + 1)];
    double[] cosine = new double[segments];
    double[] sine = new double[segments];
    for (int i = 0; i < segments; i++) {
      cosine[i] = power(StrictMath.cos(2 * Math.PI * i / segments), around);
      sine[i] = power(StrictMath.sin(2 * Math.PI * i / segments), around);
    }
    double[] p = new double[3];
    for (int j = 0; j <= rings; j++) {
      double v = Math.PI * ((double) j / rings - 0.5);
      double cosV = j == 0 || j == rings ? 0 : power(StrictMath.cos(v), up);
      double sinV = power(StrictMath.sin(v), up);
      for (int i = 0; i <= segments; i++) {
        globe.at(cosine[i % segments], sine[i % segments], cosV, sinV, p);
        int at = 3 * (j * (segments + 1) + i);
        positions[at] = (float) p[0] + 0f;
        positions[at + 1] = (float) p[1] + 0f;
        positions[at + 2] = (float) p[2] + 0f;
      }
    }
    return Lattice.mesh(rings + 1, segments + 1, positions, null, true, false);
  }

  static void atLeast(String key, int value, int lowest) {
    if (value < lowest) {
      throw new IllegalArgumentException(key + ": needs at least " + lowest + ", got " + value);
    }
  }
}
