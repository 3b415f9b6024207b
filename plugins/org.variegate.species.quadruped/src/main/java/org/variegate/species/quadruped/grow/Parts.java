package org.variegate.species.quadruped.grow;

import java.util.Arrays;
import org.variegate.scene.Mesh;
import org.variegate.scene.Outline;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.field.Vec;

/** Collects the vertices and triangles of all parts of one mesh. */
final class Parts {
  /** How coarse outlines are: about as the skin of the trunk. */
  private static final double COARSE = 0.055;

  /** Values a vertex: position, normal, texture coordinates, colour, occlusion, fur and comb. */
  private static final int WIDTH = 16;

  private final double scale;
  private float[] values = new float[WIDTH * 12000];
  private short[] joints = new short[4 * 12000];
  private float[] weights = new float[4 * 12000];
  private int count;
  private final Faces faces = new Faces();

  /** Parts whose lengths are multiplied by a scale. */
  Parts(double scale) {
    this.scale = scale;
  }

  /** From the traits' unit to that of the mesh. */
  double scale() {
    return scale;
  }

  int vertices() {
    return count;
  }

  /**
   * Adds a vertex.
   *
   * @param at its place
   * @param normal of any length but 0
   * @return its number
   */
  int vertex(Vec at, Vec normal) {
    if (WIDTH * (count + 1) > values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
      joints = Arrays.copyOf(joints, 2 * joints.length);
      weights = Arrays.copyOf(weights, 2 * weights.length);
    }
    Vec n = normal.unit();
    double[] row = {
      scale * at.x(),
      scale * at.y(),
      scale * at.z(),
      n.x(),
      n.y(),
      n.z(),
      0,
      0,
      1,
      1,
      1,
      1,
      0,
      0,
      0,
      -1
    };
    for (int i = 0; i < WIDTH; i++) {
      values[WIDTH * count + i] = (float) row[i];
    }
    return count++;
  }

  /** Sets texture coordinates of the last vertex. */
  Parts uv(double u, double v) {
    return set(6, u).set(7, v);
  }

  /** Sets the colour of the last vertex. */
  Parts color(double[] rgb) {
    return set(8, rgb[0]).set(9, rgb[1]).set(10, rgb[2]);
  }

  /** Sets the share of the sky that the last vertex sees. */
  Parts occlusion(double share) {
    return set(11, share);
  }

  /** Sets length and direction of the last vertex's fur. */
  Parts fur(double length, Vec comb) {
    Vec c = comb.unit();
    return set(12, length * scale).set(13, c.x()).set(14, c.y()).set(15, c.z());
  }

  private Parts set(int at, double value) {
    values[WIDTH * (count - 1) + at] = (float) value;
    return this;
  }

  /** Hangs the last vertex on one bone. */
  Parts bone(Bone bone) {
    return bones(bone, 1, bone);
  }

  /** Hangs the last vertex on two bones, the first by a share. */
  Parts bones(Bone first, double share, Bone second) {
    int at = 4 * (count - 1);
    joints[at] = (short) first.ordinal();
    joints[at + 1] = (short) second.ordinal();
    weights[at] = (float) share;
    weights[at + 1] = 1 - (float) share;
    return this;
  }

  /** Hangs the last vertex on up to four bones. */
  Parts bones(short[] four, float[] shares) {
    System.arraycopy(four, 0, joints, 4 * (count - 1), 4);
    System.arraycopy(shares, 0, weights, 4 * (count - 1), 4);
    return this;
  }

  /** The bone that carries most of a vertex. */
  Bone carrier(int vertex) {
    return Bone.of(joints[4 * vertex]);
  }

  /** Where a vertex is, scaled. */
  Vec place(int vertex) {
    return vec(vertex, 0);
  }

  /** A vertex's normal. */
  Vec normal(int vertex) {
    return vec(vertex, 3);
  }

  /** How the fur lies at a vertex. */
  Vec comb(int vertex) {
    return vec(vertex, 13);
  }

  /** The length of the fur at a vertex, scaled. */
  double fur(int vertex) {
    return values[WIDTH * vertex + 12];
  }

  private Vec vec(int vertex, int column) {
    int at = WIDTH * vertex + column;
    return new Vec(values[at], values[at + 1], values[at + 2]);
  }

  /**
   * Adds a vertex like another.
   *
   * @param vertex the other
   * @param by how far it is moved, scaled
   * @param shade times its colour
   * @return its number
   */
  int copy(int vertex, Vec by, double shade) {
    int from = WIDTH * vertex;
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      rgb[i] = Math.min(.75, shade * values[from + 8 + i]);
    }
    int made = copy(vertex, by, normal(vertex), rgb);
    System.arraycopy(values, from + 6, values, WIDTH * made + 6, 2);
    System.arraycopy(values, from + 11, values, WIDTH * made + 11, WIDTH - 11);
    return made;
  }

  /**
   * Adds a vertex that hangs where another does.
   *
   * @param vertex the other
   * @param by how far from it, scaled
   * @param normal of any length but 0
   * @param rgb its colour
   * @return its number
   */
  int copy(int vertex, Vec by, Vec normal, double[] rgb) {
    int made = vertex(place(vertex).plus(by).times(1 / scale), normal);
    color(rgb);
    System.arraycopy(joints, 4 * vertex, joints, 4 * made, 4);
    System.arraycopy(weights, 4 * vertex, weights, 4 * made, 4);
    return made;
  }

  void triangle(Slot slot, int a, int b, int c) {
    faces.add(slot, a, b, c);
  }

  /**
   * Adds the triangles of a grid of vertices, row by row.
   *
   * @param first vertex
   * @param rows of vertices
   * @param columns of vertices
   * @param flipped whether the other side is the front
   */
  void grid(Slot slot, int first, int rows, int columns, boolean flipped) {
    for (int r = 0; r + 1 < rows; r++) {
      for (int c = 0; c + 1 < columns; c++) {
        int a = first + r * columns + c;
        int b = flipped ? a + columns : a + 1;
        int d = flipped ? a + 1 : a + columns;
        triangle(slot, a, b, a + columns + 1);
        triangle(slot, a, a + columns + 1, d);
      }
    }
  }

  Mesh build() {
    int[] all = faces.all();
    float[] positions = column(0, 3);
    short[] bones = Arrays.copyOf(joints, 4 * count);
    float[] shares = Arrays.copyOf(weights, 4 * count);
    return Mesh.of(positions, column(3, 3), all)
        .ranges(faces.ranges())
        .uvs(column(6, 2))
        .colors(column(8, 3))
        .occlusion(column(11, 1))
        .fur(column(12, 4))
        .skin(bones, shares)
        .outline(Outline.of(positions, bones, shares, all, (float) (COARSE * scale)))
        .build();
  }

  private float[] column(int at, int width) {
    float[] column = new float[width * count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(values, WIDTH * i + at, column, width * i, width);
    }
    return column;
  }
}
