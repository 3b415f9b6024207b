package org.variegate.species.car;

/**
 * The left half of a box with round edges, bent into a body: a patch for each face. Normals go
 * smoothly round the edges, and the half is met by its mirror image at x = 0.
 */
final class Shell {
  /** From a point of the box, each coordinate in [-1, 1], u from 0, to the car's space. */
  @FunctionalInterface
  interface Bend {
    /** Where a point goes: x, y, z. */
    double[] of(double u, double v, double w);
  }

  /** Cells of the underside that are taken together. */
  private static final int COARSE = 5;

  final Patch side;
  final Patch front;
  final Patch rear;
  final Patch top;
  final Patch bottom;

  private final Skin skin = new Skin();
  private final double[] half;
  private final double bevel;
  private final Bend bend;
  private final double[][] axes;
  private final double[] normals;

  /**
   * Bends a box.
   *
   * @param half its half sizes along u, v and w, in m, by which the bevel is measured
   * @param bevel radius of its edges, in m
   * @param cells along u (half the box), v and w between the bevels
   * @param bend where its points go
   */
  Shell(double[] half, double bevel, int[] cells, Bend bend) {
    this.half = half;
    this.bevel = bevel;
    this.bend = bend;
    axes =
        new double[][] {
          axis(half[0], cells[0], true),
          axis(half[1], cells[1], false),
          axis(half[2], cells[2], false)
        };
    normals = new double[3 * axes[0].length * axes[1].length * axes[2].length];
    int[][] grids = new int[5][];
    int[][] faces = {{0, 1}, {2, 1}, {2, 0}, {1, 1}, {1, 0}};
    Patch[] patches = new Patch[5];
    for (int f = 0; f < 5; f++) {
      grids[f] = vertices(faces[f][0], faces[f][1] == 1);
      patches[f] = new Patch(skin);
    }
    // normals need all faces, and vertices need normals: so places first, then sums, then vertices
    double[][] places = new double[5][];
    for (int f = 0; f < 5; f++) {
      places[f] = places(grids[f]);
      sum(grids[f], places[f], faces[f][0], faces[f][1] == 1);
    }
    for (int f = 0; f < 5; f++) {
      fill(patches[f], grids[f], places[f], faces[f][0], faces[f][1] == 1);
    }
    side = patches[0];
    front = patches[1];
    rear = patches[2];
    top = patches[3];
    bottom = patches[4];
  }

  /** Lines across an axis: three within each bevel. */
  private double[] axis(double h, int cells, boolean halved) {
    double[] steps = {0.4, 0.7, 1};
    int low = halved ? 0 : 3;
    double[] lines = new double[low + cells + 1 + 3];
    double from = halved ? 0 : -h + bevel;
    double to = h - bevel;
    for (int i = 0; i <= cells; i++) {
      lines[low + i] = from + (to - from) * i / cells;
    }
    for (int i = 0; i < 3; i++) {
      lines[low + cells + 1 + i] = to + bevel * steps[i];
      if (!halved) {
        lines[2 - i] = from - bevel * steps[i];
      }
    }
    return lines;
  }

  /** Lattice places of a face: those of the two other axes, in cyclic order. */
  private int[] vertices(int axis, boolean upper) {
    int b = (axis + 1) % 3;
    int c = (axis + 2) % 3;
    int[] grid = new int[axes[b].length * axes[c].length];
    int[] at = new int[3];
    at[axis] = upper ? axes[axis].length - 1 : 0;
    for (int j = 0; j < axes[c].length; j++) {
      for (int i = 0; i < axes[b].length; i++) {
        at[b] = i;
        at[c] = j;
        grid[j * axes[b].length + i] = (at[0] * axes[1].length + at[1]) * axes[2].length + at[2];
      }
    }
    return grid;
  }

  private double[] point(int key) {
    int k = key % axes[2].length;
    int j = key / axes[2].length % axes[1].length;
    int i = key / axes[2].length / axes[1].length;
    return new double[] {axes[0][i], axes[1][j], axes[2][k]};
  }

  /** For each: x, y, z and u, v, w. */
  private double[] places(int[] grid) {
    double[] places = new double[6 * grid.length];
    for (int n = 0; n < grid.length; n++) {
      double[] p = point(grid[n]);
      double[] inner = new double[3];
      double length = 0;
      for (int c = 0; c < 3; c++) {
        double limit = half[c] - bevel;
        inner[c] = Math.max(-limit, Math.min(limit, p[c]));
        length += (p[c] - inner[c]) * (p[c] - inner[c]);
      }
      length = Math.sqrt(length);
      for (int c = 0; c < 3; c++) {
        double round = length > 0 ? inner[c] + bevel * (p[c] - inner[c]) / length : p[c];
        places[6 * n + 3 + c] = round / half[c];
      }
      double[] to = bend.of(places[6 * n + 3], places[6 * n + 4], places[6 * n + 5]);
      System.arraycopy(to, 0, places, 6 * n, 3);
    }
    return places;
  }

  private void sum(int[] grid, double[] p, int axis, boolean upper) {
    int n = axes[(axis + 1) % 3].length;
    for (int q = 0; q + n < grid.length; q++) {
      if (q % n == n - 1) {
        continue;
      }
      int[] corners = {q, q + 1, q + n + 1, q + n};
      double[] normal = new double[3];
      for (int c = 0; c < 3; c++) {
        int d = (c + 1) % 3;
        int e = (c + 2) % 3;
        normal[c] =
            diagonal(p, corners, 0, d) * diagonal(p, corners, 1, e)
                - diagonal(p, corners, 0, e) * diagonal(p, corners, 1, d);
      }
      for (int corner : corners) {
        for (int c = 0; c < 3; c++) {
          normals[3 * grid[corner] + c] += upper ? normal[c] : -normal[c];
        }
      }
    }
  }

  private static double diagonal(double[] p, int[] corners, int first, int c) {
    return p[6 * corners[first + 2] + c] - p[6 * corners[first] + c];
  }

  private void fill(Patch patch, int[] grid, double[] p, int axis, boolean upper) {
    int first = skin.size();
    for (int i = 0; i < grid.length; i++) {
      double nx = p[6 * i] == 0 ? 0 : normals[3 * grid[i]];
      double ny = normals[3 * grid[i] + 1];
      double nz = normals[3 * grid[i] + 2];
      double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
      skin.add(
          p[6 * i],
          p[6 * i + 1],
          p[6 * i + 2],
          nx / length,
          ny / length,
          nz / length,
          p[6 * i + 3],
          p[6 * i + 4],
          p[6 * i + 5]);
    }
    int n = axes[(axis + 1) % 3].length;
    int rows = grid.length / n;
    int step = axis == 1 && !upper ? COARSE : 1;
    for (int j = 0; j < rows - 1; j += step) {
      for (int i = 0; i < n - 1; i += step) {
        int a = first + j * n + i;
        int right = Math.min(step, n - 1 - i);
        int up = Math.min(step, rows - 1 - j) * n;
        patch.add(a, a + (upper ? right : right + up), a + (upper ? right + up : right));
        patch.add(a, a + (upper ? right + up : up), a + (upper ? up : right + up));
      }
    }
  }
}
