package org.variegate.source.shapes;

import org.variegate.api.space.Grid;

/**
 * One channel of noise for each label on a lattice of nodes, and the label of the largest at each
 * voxel. Between nodes a channel is linear along each axis.
 *
 * <p>Within a cell of the lattice a channel whose largest corner lies below another's smallest
 * cannot win; few are left, and where only one is, the cell is filled without looking at voxels.
 */
final class Channels {
  private final Grid grid;
  private final int step;
  private final int mx;
  private final int my;
  private final int mz;
  private final int labels;
  private final float[] values;
  private final int[] candidates;
  private final int[] corners = new int[8];
  private int count;

  /**
   * Empty channels.
   *
   * @param grid of the voxels
   * @param step voxels between nodes
   * @param labels how many channels
   */
  Channels(Grid grid, int step, int labels) {
    this.grid = grid;
    this.step = step;
    this.labels = labels;
    mx = nodes(grid.nx(), step);
    my = nodes(grid.ny(), step);
    mz = nodes(grid.nz(), step);
    values = new float[labels * mx * my * mz];
    candidates = new int[labels];
  }

  /** How many nodes a lattice over a grid has. */
  static double nodes(Grid grid, int step) {
    return (double) nodes(grid.nx(), step) * nodes(grid.ny(), step) * nodes(grid.nz(), step);
  }

  private static int nodes(int voxels, int step) {
    return voxels == 1 ? 1 : (voxels - 2) / step + 2;
  }

  /** A channel as a function of space. */
  interface Channel {
    /**
     * Its value.
     *
     * @param x in mm from the first voxel
     * @param y in mm from the first voxel
     * @param z in mm from the first voxel
     * @return any number
     */
    double at(double x, double y, double z);
  }

  /** Evaluates one label's channel at the nodes. */
  void fill(int label, Channel channel) {
    double mm = step * grid.spacing(0);
    int to = label;
    for (int k = 0; k < mz; k++) {
      for (int j = 0; j < my; j++) {
        for (int i = 0; i < mx; i++, to += labels) {
          values[to] = (float) channel.at(i * mm, j * mm, k * mm);
        }
      }
    }
  }

  /**
   * Labels each voxel by its largest channel, the first of equals.
   *
   * @param places [nx, ny, nz] voxels, x fastest
   */
  void winners(byte[] places) {
    for (int z = 0; z < grid.nz(); z += step) {
      for (int y = 0; y < grid.ny(); y += step) {
        for (int x = 0; x < grid.nx(); x += step) {
          cell(x, y, z, places);
        }
      }
    }
  }

  private void cell(int x, int y, int z, byte[] places) {
    int i = x / step;
    int j = y / step;
    int k = z / step;
    for (int corner = 0; corner < 8; corner++) {
      int ci = Math.min(i + (corner & 1), mx - 1);
      int cj = Math.min(j + (corner >> 1 & 1), my - 1);
      int ck = Math.min(k + (corner >> 2), mz - 1);
      corners[corner] = labels * (ci + mx * (cj + my * ck));
    }
    choose();
    int endX = Math.min(x + step, grid.nx());
    int endY = Math.min(y + step, grid.ny());
    int endZ = Math.min(z + step, grid.nz());
    for (int vz = z; vz < endZ; vz++) {
      for (int vy = y; vy < endY; vy++) {
        int from = x + grid.nx() * (vy + grid.ny() * vz);
        if (count == 1) {
          java.util.Arrays.fill(places, from, from + endX - x, (byte) candidates[0]);
        } else {
          row(places, from, endX - x, (vy - y) / (float) step, (vz - z) / (float) step);
        }
      }
    }
  }

  /** Keeps the channels that can win in the cell with these corners. */
  private void choose() {
    int last = mz == 1 ? 4 : 8;
    float bar = Float.NEGATIVE_INFINITY;
    for (int label = 0; label < labels; label++) {
      float lowest = values[corners[0] + label];
      for (int corner = 1; corner < last; corner++) {
        lowest = Math.min(lowest, values[corners[corner] + label]);
      }
      bar = Math.max(bar, lowest);
    }
    count = 0;
    for (int label = 0; label < labels; label++) {
      int corner = 0;
      while (corner < last && values[corners[corner] + label] < bar) {
        corner++;
      }
      if (corner < last) {
        candidates[count++] = label;
      }
    }
  }

  private void row(byte[] places, int from, int length, float v, float w) {
    for (int s = 0; s < length; s++) {
      places[from + s] = (byte) winner(s / (float) step, v, w);
    }
  }

  private int winner(float u, float v, float w) {
    int winner = candidates[0];
    float largest = Float.NEGATIVE_INFINITY;
    for (int n = 0; n < count; n++) {
      int label = candidates[n];
      float value = plane(label, 0, u, v);
      if (w > 0) {
        value += w * (plane(label, 4, u, v) - value);
      }
      if (value > largest) {
        largest = value;
        winner = label;
      }
    }
    return winner;
  }

  private float plane(int label, int corner, float u, float v) {
    float a = values[corners[corner] + label];
    float b = values[corners[corner + 1] + label];
    float c = values[corners[corner + 2] + label];
    float d = values[corners[corner + 3] + label];
    float low = a + u * (b - a);
    return low + v * (c + u * (d - c) - low);
  }
}
