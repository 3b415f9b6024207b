package org.variegate.scene.shape;

import javax.vecmath.Vector3d;
import org.variegate.scene.Mesh;

/**
 * Surfaces that a profile makes on its way. A point of a path or profile that is given twice makes
 * a crease.
 */
public final class Sweeps {
  private Sweeps() {}

  /**
   * What a lathe makes: a profile turned about the y axis.
   *
   * @param profile radius and height of each point, in m, from the bottom up along the outside; a
   *     radius of 0 closes it, a point given twice makes a crease
   * @param segments around, at least 3
   * @return as closed as its profile
   */
  public static Mesh lathe(double[] profile, int segments) {
    Shapes.atLeast("segments", segments, 3);
    int rows = profile.length / 2;
    Shapes.atLeast("profile", rows, 2);
    float[] positions = new float[3 * rows * (segments + 1)];
    for (int i = 0; i <= segments; i++) {
      double angle = 2 * Math.PI * (i % segments) / segments;
      double sine = StrictMath.sin(angle);
      double cosine = StrictMath.cos(angle);
      for (int j = 0; j < rows; j++) {
        int at = 3 * (j * (segments + 1) + i);
        positions[at] = (float) (profile[2 * j] * sine) + 0f;
        positions[at + 1] = (float) profile[2 * j + 1];
        positions[at + 2] = (float) (profile[2 * j] * cosine) + 0f;
      }
    }
    boolean ring = profile[0] == profile[2 * rows - 2] && profile[1] == profile[2 * rows - 1];
    return Lattice.mesh(rows, segments + 1, positions, null, true, ring && profile[0] > 0);
  }

  /**
   * A round tube along a path, with flat caps unless the path ends where it began.
   *
   * @param path 3 a point, in m; neighbours differ
   * @param radii one for all points or one a point, in m; 0 closes an end
   * @param sides around, at least 3
   * @return a closed surface whose sides do not twist (Wang et al. 2008)
   */
  public static Mesh tube(double[] path, double[] radii, int sides) {
    double[] circle = new double[2 * (sides + 1)];
    Shapes.atLeast("sides", sides, 3);
    for (int i = 0; i <= sides; i++) {
      double angle = 2 * Math.PI * (i % sides) / sides;
      circle[2 * i] = StrictMath.cos(angle);
      circle[2 * i + 1] = StrictMath.sin(angle);
    }
    return sweep(path, radii, circle);
  }

  /**
   * A section moved along a path and scaled, with flat caps unless the path ends where it began.
   *
   * @param path 3 a point, in m; neighbours differ
   * @param scales one for all points or one a point
   * @param section 2 a point, counter-clockwise around the origin, the last as the first if it is
   *     closed; a point given twice makes a crease
   * @return as closed as its section
   */
  public static Mesh sweep(double[] path, double[] scales, double[] section) {
    int count = path.length / 3;
    Shapes.atLeast("path", count, 2);
    if (scales.length != 1 && scales.length != count) {
      throw new IllegalArgumentException(
          "radii: needs 1 or " + count + " values, got " + scales.length);
    }
    boolean ring = same(path, 0, 3 * (count - 1));
    Vector3d[][] frames = Curves.frames(path, ring);
    int columns = section.length / 2;
    double[][] rows = new double[count][3 * columns];
    for (int j = 0; j < count; j++) {
      double scale = scales[scales.length == 1 ? 0 : j];
      for (int i = 0; i < columns; i++) {
        double a = scale * section[2 * i];
        double b = scale * section[2 * i + 1];
        rows[j][3 * i] = path[3 * j] + a * frames[j][0].x + b * frames[j][1].x;
        rows[j][3 * i + 1] = path[3 * j + 1] + a * frames[j][0].y + b * frames[j][1].y;
        rows[j][3 * i + 2] = path[3 * j + 2] + a * frames[j][0].z + b * frames[j][1].z;
      }
    }
    if (ring) {
      rows[count - 1] = rows[0].clone();
    }
    return loft(rows, !ring);
  }

  /**
   * A skin over sections.
   *
   * @param sections one after the other, each of as many points, 3 values a point, in m, running
   *     counter-clockwise seen from the end towards the beginning; the last point as the first if
   *     it is closed; a point or section given twice makes a crease
   * @param caps whether the ends are closed by flat faces, or, if false, left open or joined where
   *     the last section is the first
   * @return the surface
   */
  public static Mesh loft(double[][] sections, boolean caps) {
    int extra = caps ? 2 : 0;
    int count = sections.length;
    Shapes.atLeast("sections", count, 2);
    int columns = sections[0].length / 3;
    float[] positions = new float[3 * columns * (count + 2 * extra)];
    for (int j = 0; j < count; j++) {
      if (sections[j].length != sections[0].length) {
        throw new IllegalArgumentException(
            "sections: needs " + sections[0].length + " values, got " + sections[j].length);
      }
      for (int k = 0; k < 3 * columns; k++) {
        positions[3 * columns * (j + extra) + k] = (float) sections[j][k];
      }
    }
    if (caps) {
      cap(positions, columns, 1, 0, sections[0]);
      cap(positions, columns, count + 2, count + 3, sections[count - 1]);
    }
    boolean around = same(sections[0], 0, 3 * (columns - 1));
    boolean ring = !caps && java.util.Arrays.equals(sections[0], sections[count - 1]);
    return Lattice.mesh(count + 2 * extra, columns, positions, null, around, ring);
  }

  private static void cap(float[] positions, int columns, int edge, int middle, double[] section) {
    int used = same(section, 0, 3 * (columns - 1)) ? columns - 1 : columns;
    for (int c = 0; c < 3; c++) {
      double sum = 0;
      for (int i = 0; i < columns; i++) {
        positions[3 * (edge * columns + i) + c] = (float) section[3 * i + c];
        sum += i < used ? section[3 * i + c] : 0;
      }
      for (int i = 0; i < columns; i++) {
        positions[3 * (middle * columns + i) + c] = (float) (sum / used);
      }
    }
  }

  private static boolean same(double[] points, int a, int b) {
    return points[a] == points[b]
        && points[a + 1] == points[b + 1]
        && points[a + 2] == points[b + 2];
  }
}
