package org.variegate.scene.shape;

import java.util.List;
import java.util.Map;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.draws.NearestName;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Srgb;

/** Solids at random, of random proportions and colours: what stands about and means nothing. */
public final class Volumes {
  /** All kinds there are. */
  public static final List<String> KINDS =
      List.of("box", "sphere", "cylinder", "cone", "torus", "superquadric", "blob");

  private static final int SEGMENTS = 20;
  private static final int BUMPS = 6;
  private static final Distribution SHARE = Distribution.parse("share", "uniform(0, 1)");
  private static final Distribution SIDES = Distribution.parse("sides", "uniform(0.35, 1)");
  private static final Distribution EXPONENT = Distribution.parse("exponent", "uniform(0.2, 2)");
  private static final Distribution WAY = Distribution.parse("way", "uniform(-1, 1)");

  private final List<String> kinds;
  private final Map<String, Mesh> fixed =
      Map.of(
          "box", Shapes.box(1, 1, 1, 0.04),
          "sphere", Shapes.sphere(0.5, SEGMENTS),
          "cylinder", Shapes.cylinder(0.5, 1, SEGMENTS),
          "cone", Shapes.cone(0.5, 1, SEGMENTS),
          "torus", Shapes.torus(0.36, 0.14, SEGMENTS, 12));

  /**
   * Chooses kinds.
   *
   * @param key of the option they come from; errors begin with it
   * @param kinds some of {@link #KINDS}; none for all
   * @throws IllegalArgumentException if there is no such kind
   */
  public Volumes(String key, List<String> kinds) {
    for (String kind : kinds) {
      if (!KINDS.contains(kind)) {
        throw new IllegalArgumentException(
            key + ": needs kinds of solids, got " + kind + "; " + NearestName.hint(kind, KINDS));
      }
    }
    this.kinds = kinds.isEmpty() ? KINDS : List.copyOf(kinds);
  }

  /**
   * Draws a solid: its kind, three sides ~ U(0.35, 1), what its kind needs besides, a colour
   * uniform in hue, saturation and value, roughness ~ U(0, 1), and whether it is metal, one in six.
   *
   * @param draws of this solid
   * @return centred on the origin, its longest side 1 m
   */
  public Model draw(Draws draws) {
    String kind = draws.choose("shape", kinds);
    Mesh mesh = sized(mesh(kind, draws), draws.sample("sides", SIDES, 3));
    double[] colour = draws.sample("colour", SHARE, 3);
    Material material = Material.plain(kind, rgb(colour), (float) draws.sample("roughness", SHARE));
    Material finished =
        material.withFinish(material.roughness(), draws.chance("metal", 1 / 6.0) ? 1 : 0);
    return Model.rigid(kind, mesh, finished);
  }

  private Mesh mesh(String kind, Draws draws) {
    if (kind.equals("superquadric")) {
      double[] e = draws.sample("exponents", EXPONENT, 2);
      return Shapes.superquadric(0.5, 0.5, 0.5, e[0], e[1], SEGMENTS);
    }
    return kind.equals("blob") ? blob(draws.sample("bumps", WAY, 4 * BUMPS)) : fixed.get(kind);
  }

  /** A ball with bumps and hollows about random directions. */
  private static Mesh blob(double[] bumps) {
    return Shapes.star(
        (x, y, z) -> {
          double radius = 0.4;
          for (int i = 0; i < bumps.length; i += 4) {
            double a = bumps[i];
            double b = bumps[i + 1];
            double c = bumps[i + 2];
            double along = (a * x + b * y + c * z) / Math.sqrt(a * a + b * b + c * c + 1e-9);
            radius += along > 0 ? 0.12 * bumps[i + 3] * along * along * along : 0;
          }
          return Math.max(radius, 0.1);
        },
        SEGMENTS);
  }

  private static Mesh sized(Mesh mesh, double[] sides) {
    double longest = Math.max(sides[0], Math.max(sides[1], sides[2]));
    double[] scale = new double[3];
    double[] shift = new double[3];
    for (int c = 0; c < 3; c++) {
      float low = Float.POSITIVE_INFINITY;
      float high = Float.NEGATIVE_INFINITY;
      for (int i = c; i < mesh.positions().length; i += 3) {
        low = Math.min(low, mesh.positions()[i]);
        high = Math.max(high, mesh.positions()[i]);
      }
      scale[c] = sides[c] / longest / (high - low);
      shift[c] = -scale[c] * (low + high) / 2;
    }
    return new Assembly()
        .add(mesh, Placements.scaled(scale[0], scale[1], scale[2], shift[0], shift[1], shift[2]), 0)
        .build();
  }

  /** Hue, saturation and value, each in [0, 1], as a colour of sRGB. */
  private static Rgb rgb(double[] hsv) {
    float[] c = new float[3];
    for (int i = 0; i < 3; i++) {
      double h = (hsv[0] * 6 + 4 * i + 5) % 6;
      double low = Math.max(0, Math.min(1, Math.min(h, 4 - h)));
      c[i] = Srgb.linear((int) (255 * hsv[2] * (1 - hsv[1] * low) + 0.5));
    }
    return new Rgb(c[0], c[1], c[2]);
  }
}
