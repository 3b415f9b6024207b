package org.variegate.raster;

import org.variegate.api.space.Grid;

/**
 * The samples that a low resolution takes along one axis: evenly spaced, centred on the field of
 * view, each a weighted mean of voxels around its true place.
 */
final class LowAxis {
  private final int length;
  private final int[] first;
  private final float[][] weights;
  private final double origin;
  private final double step;

  /**
   * The samples.
   *
   * @param spacing in mm, more than that of the grid
   */
  LowAxis(Grid grid, int axis, double spacing, SliceProfile profile) {
    length = grid.length(axis);
    double voxel = grid.spacing(axis);
    step = spacing / voxel;
    int count = Math.max(1, (int) Math.ceil(length / step - 1e-6));
    origin = (length - 1) / 2.0 - step * (count - 1) / 2;
    first = new int[count];
    weights = new float[count][];
    for (int j = 0; j < count; j++) {
      weigh(j, profile, voxel);
    }
  }

  /** Voxels beyond the border count for the outermost. */
  private void weigh(int j, SliceProfile profile, double voxel) {
    double place = origin + j * step;
    int reach = profile.reach(voxel);
    int low = clamp((int) Math.floor(place) - reach);
    int high = clamp((int) Math.ceil(place) + reach);
    double[] sums = new double[high - low + 1];
    double total = 0;
    for (int i = (int) Math.floor(place) - reach; i <= (int) Math.ceil(place) + reach; i++) {
      double weight = profile.weight(i - place, voxel);
      sums[clamp(i) - low] += weight;
      total += weight;
    }
    first[j] = low;
    weights[j] = new float[sums.length];
    for (int t = 0; t < sums.length; t++) {
      weights[j][t] = (float) (sums[t] / total);
    }
  }

  private int clamp(int i) {
    return Math.max(0, Math.min(length - 1, i));
  }

  /** The number of samples. */
  int count() {
    return first.length;
  }

  /** The first voxel that a sample takes in. */
  int first(int j) {
    return first[j];
  }

  /** The weights of that voxel and the following ones. */
  float[] weights(int j) {
    return weights[j];
  }

  /** The place of the first sample, in voxels. */
  double origin() {
    return origin;
  }

  /** The distance between samples, in voxels. */
  double step() {
    return step;
  }

  /** The sample at or before a voxel that has another after it, if there are two at all. */
  int below(int voxel) {
    return Math.max(0, Math.min(first.length - 2, (int) Math.floor((voxel - origin) / step)));
  }

  /** How far a voxel is from there to the next, from 0 to 1. */
  float beyond(int voxel) {
    double t = (voxel - origin) / step - below(voxel);
    return (float) Math.max(0, Math.min(1, first.length == 1 ? 0 : t));
  }
}
