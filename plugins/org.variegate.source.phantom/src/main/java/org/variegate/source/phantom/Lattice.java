package org.variegate.source.phantom;

import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

/**
 * Smooth functions at nodes some voxels of a grid apart, interpolated linearly between them. Along
 * x the nodes lie symmetrically about the grid's middle, so that left and right are alike.
 */
final class Lattice {
  private final Grid grid;
  private final int step;
  private final int mx;

  /** How far the first node lies to the left of the first voxel, in voxels. */
  private final float before;

  private final int my;
  private final int mz;
  private final float[] nodes;
  private final float[] line;

  /** What a lattice is filled with. */
  interface Functions {
    /**
     * Evaluates the functions at a point.
     *
     * @param x in mm of the world
     * @param y in mm of the world
     * @param z in mm of the world
     * @param out receives the values at {@code to}, {@code to + stride}, ...
     * @param to of the first function
     * @param stride between functions
     */
    void at(double x, double y, double z, float[] out, int to, int stride);
  }

  /**
   * Evaluates functions on a lattice.
   *
   * @param grid the voxels; its axes are the world's
   * @param mm the widest distance between nodes
   * @param count how many functions there are
   * @param functions their values
   */
  Lattice(Grid grid, double mm, int count, Functions functions) {
    this.grid = grid;
    step = Math.max(1, (int) (mm / grid.spacing(0)));
    mx = (grid.nx() - 2) / step + 2;
    before = ((mx - 1) * step - (grid.nx() - 1)) / 2f;
    my = (grid.ny() - 1) / step + 2;
    mz = (grid.nz() - 1) / step + 2;
    nodes = new float[count * mx * my * mz];
    line = new float[mx];
    fill(functions);
  }

  private void fill(Functions functions) {
    Affine w = grid.toWorld();
    int stride = mx * my * mz;
    int to = 0;
    for (int k = 0; k < mz; k++) {
      double z = w.get(2, 3) + k * step * w.get(2, 2);
      for (int j = 0; j < my; j++) {
        double y = w.get(1, 3) + j * step * w.get(1, 1);
        for (int i = 0; i < mx; i++) {
          functions.at(w.get(0, 3) + (i * step - before) * w.get(0, 0), y, z, nodes, to++, stride);
        }
      }
    }
  }

  /**
   * Interpolates one row of voxels.
   *
   * @param function which, from 0
   * @param y the row
   * @param z the slice
   * @param out receives nx values
   */
  void row(int function, int y, int z, float[] out) {
    int from = mx * (y / step + my * (z / step + mz * function));
    between(from, (y % step) / (float) step, (z % step) / (float) step);
    float scale = 1f / step;
    for (int i = 0, x = 0; i < mx - 1; i++) {
      float value = line[i];
      float slope = (line[i + 1] - value) * scale;
      float origin = i * step - before;
      int end = i == mx - 2 ? out.length : (int) Math.ceil(origin + step);
      for (; x < end; x++) {
        out[x] = value + (x - origin) * slope;
      }
    }
  }

  private void between(int from, float v, float w) {
    int nextRow = from + mx;
    int nextSlice = from + mx * my;
    int both = nextSlice + mx;
    for (int i = 0; i < mx; i++) {
      float low = nodes[from + i] + v * (nodes[nextRow + i] - nodes[from + i]);
      float high = nodes[nextSlice + i] + v * (nodes[both + i] - nodes[nextSlice + i]);
      line[i] = low + w * (high - low);
    }
  }
}
