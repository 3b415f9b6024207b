package org.variegate.species.quadruped.mesh;

import java.util.Arrays;
import org.variegate.species.quadruped.field.Field;
import org.variegate.species.quadruped.field.Nearby;

/**
 * A cube split into eight again and again where a surface is, down to cells as small as wanted.
 * Corners are counted in steps of the smallest possible cell.
 */
final class Octree {
  /** Levels below the root. */
  static final int DEPTH = 9;

  /** Cells that a primitive's distance may be wrong by, as a factor on half the diagonal. */
  private static final double SLACK = 1.5;

  private final Nearby nearby;
  private final Sizing sizing;
  private final double x0;
  private final double y0;
  private final double z0;
  private final double step;

  /** Of each cell: its corner, its edge as a power of two, its first child's place or -1. */
  private int[] cells = new int[5 * 4096];

  private int[][] active = new int[4096][];
  private int count = 1;

  Octree(Field field, Sizing sizing, double x0, double y0, double z0, double edge) {
    nearby = new Nearby(field);
    this.sizing = sizing;
    this.x0 = x0;
    this.y0 = y0;
    this.z0 = z0;
    step = edge / (1 << DEPTH);
    set(0, 0, 0, 0, DEPTH);
    active[0] = field.all();
    split(0);
  }

  private void set(int cell, int x, int y, int z, int level) {
    int at = 5 * cell;
    cells[at] = x;
    cells[at + 1] = y;
    cells[at + 2] = z;
    cells[at + 3] = level;
    cells[at + 4] = -1;
  }

  private void split(int cell) {
    int level = level(cell);
    int half = 1 << (level - 1);
    int first = count;
    count += 8;
    if (count > active.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
      active = Arrays.copyOf(active, 2 * active.length);
    }
    cells[5 * cell + 4] = first;
    for (int child = 0; child < 8; child++) {
      set(
          first + child,
          x(cell) + half * (child & 1),
          y(cell) + half * (child >> 1 & 1),
          z(cell) + half * (child >> 2),
          level - 1);
      grow(first + child, active[cell]);
    }
  }

  private void grow(int cell, int[] candidates) {
    double edge = step * (1 << level(cell));
    double half = edge / 2;
    double x = worldX(x(cell)) + half;
    double y = worldY(y(cell)) + half;
    double z = worldZ(z(cell)) + half;
    double reach = SLACK * 0.8661 * edge;
    nearby.move(candidates, x, y, z, reach);
    double d = nearby.distance();
    if (d > reach || d < -reach) {
      return;
    }
    active[cell] = nearby.primitives();
    if (level(cell) > 0 && sizing.tooLarge(x, y, z, edge)) {
      split(cell);
    }
  }

  int count() {
    return count;
  }

  int x(int cell) {
    return cells[5 * cell];
  }

  int y(int cell) {
    return cells[5 * cell + 1];
  }

  int z(int cell) {
    return cells[5 * cell + 2];
  }

  int level(int cell) {
    return cells[5 * cell + 3];
  }

  boolean leaf(int cell) {
    return cells[5 * cell + 4] < 0;
  }

  /** The primitives that matter in a cell, or null if no surface can be in it. */
  int[] active(int cell) {
    return active[cell];
  }

  double step() {
    return step;
  }

  double worldX(double x) {
    return x0 + step * x;
  }

  double worldY(double y) {
    return y0 + step * y;
  }

  double worldZ(double z) {
    return z0 + step * z;
  }

  /**
   * The leaf that holds the smallest cell with this corner.
   *
   * @return its place, or -1 outside the cube
   */
  int find(int x, int y, int z) {
    if ((x | y | z) < 0 || (x | y | z) >> DEPTH != 0) {
      return -1;
    }
    int cell = 0;
    while (!leaf(cell)) {
      int bit = level(cell) - 1;
      cell = cells[5 * cell + 4] + (x >> bit & 1) + 2 * (y >> bit & 1) + 4 * (z >> bit & 1);
    }
    return cell;
  }
}
