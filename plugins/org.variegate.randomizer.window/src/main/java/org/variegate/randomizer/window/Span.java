package org.variegate.randomizer.window;

import org.variegate.api.space.Grid;

/**
 * A part of an axis, in a number of pixels. The first and the last of them stand on its ends, which
 * the whole axis has in the middle of its first and last voxel: an image fades beyond. A single
 * voxel is seen all over its width.
 *
 * @param spacing of the axis's voxels in mm
 * @param low end in voxels
 * @param voxels from end to end
 * @param pixels how many it shall be shown in
 * @param single whether the axis has one voxel
 */
record Span(double spacing, double low, double voxels, int pixels, boolean single) {

  /** All of an axis. */
  static Span of(Grid grid, int axis, int pixels) {
    int n = grid.length(axis);
    return new Span(grid.spacing(axis), n == 1 ? -0.5 : 0, n == 1 ? 1 : n - 1, pixels, n == 1);
  }

  /** In mm. */
  double length() {
    return spacing * voxels;
  }

  /**
   * A part.
   *
   * @param length in mm
   * @param place of it, from the low end, 0, to the high end, 1
   */
  Span part(double length, double place) {
    if (!(place >= 0 && place <= 1)) {
      throw new IllegalArgumentException("position: needs a number in [0, 1], got " + place);
    }
    double part = length / spacing;
    return new Span(spacing, low + place * (voxels - part), part, pixels, single);
  }

  /** Steps from end to end. */
  int intervals() {
    return single || pixels == 1 ? pixels : pixels - 1;
  }

  /** Voxels from one pixel to the next. */
  double step() {
    return voxels / intervals();
  }

  /** Where the first pixel stands, in voxels. */
  double first() {
    return single || pixels == 1 ? low + step() / 2 : low;
  }

  /** Standard deviation in mm of the blur that hides what lies between pixels. */
  double blur() {
    return single ? 0 : spacing * Math.max(0, (step() - 1) / 2);
  }
}
