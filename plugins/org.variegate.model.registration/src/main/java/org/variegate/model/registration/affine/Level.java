package org.variegate.model.registration.affine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.model.registration.field.Size;

/**
 * An image at one of several resolutions.
 *
 * @param grid where it lies
 * @param values [nz, ny, nx]; a search needs 0 to 1
 */
public record Level(Grid grid, float[] values) {
  private static final float VISIBLE = 0.1f;
  private static final int FINEST = 96;
  private static final int COARSEST = 24;

  /** The same with values from 0 to 1. */
  public Level unit() {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    float factor = most > least ? 1 / (most - least) : 0;
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = Math.min(1, factor * (values[i] - least));
    }
    return new Level(grid, scaled);
  }

  /** From the finest that a search needs to one of some 16 to 24 voxels along the longest axis. */
  public List<Level> pyramid() {
    Level finest = this;
    while (finest.longest() > FINEST) {
      finest = finest.halved();
    }
    List<Level> levels = new ArrayList<>(List.of(finest));
    Level last = finest;
    while (last.longest() > COARSEST) {
      last = last.halved();
      levels.add(last);
    }
    return levels;
  }

  private int longest() {
    return Math.max(grid.nx(), Math.max(grid.ny(), grid.nz()));
  }

  /** The longest side in mm. */
  public double side() {
    double most = 0;
    for (int axis = 0; axis < 3; axis++) {
      most = Math.max(most, grid.length(axis) * (grid.length(axis) > 1 ? grid.spacing(axis) : 0));
    }
    return most;
  }

  /** The largest distance between neighbours along an axis of more than one voxel, in mm. */
  public double spacing() {
    double most = 0;
    for (int axis = 0; axis < 3; axis++) {
      most = Math.max(most, grid.length(axis) > 1 ? grid.spacing(axis) : 0);
    }
    return most;
  }

  public Size size() {
    return Size.of(grid);
  }

  /** Means of blocks of two voxels along each axis of more than one. */
  private Level halved() {
    int[] side = new int[3];
    int[] counts = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      side[axis] = grid.length(axis) > 1 ? 2 : 1;
      counts[axis] = (grid.length(axis) + side[axis] - 1) / side[axis];
    }
    Affine voxels =
        Affine.of(
            side[0],
            0,
            0,
            (side[0] - 1) / 2.0,
            0,
            side[1],
            0,
            (side[1] - 1) / 2.0,
            0,
            0,
            side[2],
            (side[2] - 1) / 2.0);
    Grid coarse = new Grid(counts[0], counts[1], counts[2], grid.toWorld().after(voxels));
    float[] means = new float[coarse.size()];
    for (int i = 0; i < means.length; i++) {
      int x = side[0] * (i % counts[0]);
      int y = side[1] * (i / counts[0] % counts[1]);
      int z = side[2] * (i / counts[0] / counts[1]);
      means[i] = mean(x, y, z, side);
    }
    return new Level(coarse, means);
  }

  private float mean(int x, int y, int z, int[] side) {
    float sum = 0;
    for (int k = 0; k < side[2]; k++) {
      for (int j = 0; j < side[1]; j++) {
        for (int i = 0; i < side[0]; i++) {
          sum +=
              values[
                  Math.min(grid.nx() - 1, x + i)
                      + grid.nx()
                          * (Math.min(grid.ny() - 1, y + j)
                              + grid.ny() * Math.min(grid.nz() - 1, z + k))];
        }
      }
    }
    return sum / (side[0] * side[1] * side[2]);
  }

  /** The value that most of the outermost voxels are near to. */
  private float background() {
    int n = 0;
    float[] outer = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int x = i % grid.nx();
      int y = i / grid.nx() % grid.ny();
      int z = i / grid.nx() / grid.ny();
      boolean outermost = x == 0 || x == grid.nx() - 1 || y == 0 || y == grid.ny() - 1;
      if (outermost || grid.nz() > 1 && (z == 0 || z == grid.nz() - 1)) {
        outer[n++] = values[i];
      }
    }
    Arrays.sort(outer, 0, n);
    return outer[n / 2];
  }

  private boolean[] visible() {
    float background = background();
    boolean[] visible = new boolean[values.length];
    for (int i = 0; i < visible.length; i++) {
      visible[i] = Math.abs(values[i] - background) > VISIBLE;
    }
    return visible;
  }

  /** Which voxels are unlike the background, or beside one that is. */
  public boolean[] nearVisible() {
    boolean[] near = visible();
    for (int stride : new int[] {1, grid.nx(), grid.nx() * grid.ny()}) {
      boolean[] before = near.clone();
      for (int i = 0; i < near.length; i++) {
        near[i] |= i >= stride && before[i - stride];
        near[i] |= i + stride < near.length && before[i + stride];
      }
    }
    return near;
  }

  /** The middle of what is unlike the background, in mm; that of the grid if there is nothing. */
  public double[] centre() {
    boolean[] visible = visible();
    double[] sum = new double[3];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (visible[i]) {
        sum[0] += i % grid.nx();
        sum[1] += i / grid.nx() % grid.ny();
        sum[2] += i / grid.nx() / grid.ny();
        count++;
      }
    }
    if (count == 0) {
      return grid.centre();
    }
    for (int axis = 0; axis < 3; axis++) {
      sum[axis] /= count;
    }
    grid.toWorld().apply(sum, 1);
    return sum;
  }
}
