package org.variegate.cli;

import java.util.ArrayList;
import java.util.List;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

/**
 * A plane through the middle of a grid, along two axes of the world, as pixels that know their
 * voxel. Up is up or front, the picture's left is the subject's left or front.
 */
final class Slice {
  /** Volumes up to this many voxels wide are enlarged, by a whole factor. */
  private static final int USUAL = 170;

  private static final double EPSILON = 1e-6;

  private final int width;
  private final int height;
  private final int[] voxels;

  private Slice(int width, int height, int[] voxels) {
    this.width = width;
    this.height = height;
    this.voxels = voxels;
  }

  /**
   * The planes that show a grid: axial, coronal and sagittal of a volume, the one of an image.
   *
   * @param grid of a sample
   * @return one or three slices
   */
  static List<Slice> of(Grid grid) {
    double[][] box = box(grid);
    double finest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (int axis = 0; axis < 3; axis++) {
      finest = Math.min(finest, grid.spacing(axis));
      largest = Math.max(largest, box[1][axis] - box[0][axis]);
    }
    double pixel = pixel(finest, largest);
    if (grid.nz() == 1) {
      int through = through(grid);
      return List.of(
          of(grid, box, through == 0 ? 1 : 0, through == 2 ? 1 : 2, through == 0, pixel));
    }
    List<Slice> slices = new ArrayList<>();
    slices.add(of(grid, box, 0, 1, false, pixel));
    slices.add(of(grid, box, 0, 2, false, pixel));
    slices.add(of(grid, box, 1, 2, true, pixel));
    return slices;
  }

  /** The axis of the world that a plane is seen along. */
  private static int through(Grid plane) {
    int through = 2;
    for (int axis = 1; axis >= 0; axis--) {
      double best = Math.abs(plane.toWorld().get(through, 2));
      if (Math.abs(plane.toWorld().get(axis, 2)) > best + EPSILON) {
        through = axis;
      }
    }
    return through;
  }

  /** A pixel's size in mm: a voxel, a whole fraction of one, or several voxels. */
  private static double pixel(double finest, double largest) {
    double voxels = largest / finest;
    return voxels <= USUAL
        ? finest / Math.max(1, Math.floor(USUAL / voxels))
        : finest * Math.ceil(voxels / (2 * USUAL));
  }

  private static double[][] box(Grid grid) {
    double[] low = {1e300, 1e300, 1e300};
    double[] high = {-1e300, -1e300, -1e300};
    for (int corner = 0; corner < 8; corner++) {
      double[] p = {
        (corner & 1) == 0 ? -0.5 : grid.nx() - 0.5,
        (corner & 2) == 0 ? -0.5 : grid.ny() - 0.5,
        (corner & 4) == 0 ? -0.5 : grid.nz() - 0.5
      };
      grid.toWorld().apply(p, 1);
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], p[axis]);
        high[axis] = Math.max(high[axis], p[axis]);
      }
    }
    return new double[][] {low, high};
  }

  private static Slice of(
      Grid grid, double[][] box, int across, int up, boolean mirrored, double pixel) {
    int width = pixels(box, across, pixel);
    int height = pixels(box, up, pixel);
    Affine toVoxel = grid.toWorld().inverse();
    double[] point = new double[3];
    int[] voxels = new int[width * height];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        for (int axis = 0; axis < 3; axis++) {
          point[axis] = (box[0][axis] + box[1][axis]) / 2;
        }
        double along = (column + 0.5) * pixel;
        point[across] = mirrored ? box[1][across] - along : box[0][across] + along;
        point[up] = box[1][up] - (row + 0.5) * pixel;
        toVoxel.apply(point, 1);
        voxels[column + width * row] = voxel(grid, point);
      }
    }
    return new Slice(width, height, voxels);
  }

  private static int pixels(double[][] box, int axis, double pixel) {
    return Math.max(1, (int) Math.round((box[1][axis] - box[0][axis]) / pixel));
  }

  private static int voxel(Grid grid, double[] point) {
    int index = 0;
    for (int axis = 2; axis >= 0; axis--) {
      int length = grid.length(axis);
      int i = (int) Math.floor(point[axis] + 0.5 - EPSILON);
      if (i < 0 || i >= length) {
        return -1;
      }
      index = index * length + i;
    }
    return index;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The voxel of each pixel, row by row from the top; -1 outside of the grid. */
  int[] voxels() {
    return voxels;
  }
}
