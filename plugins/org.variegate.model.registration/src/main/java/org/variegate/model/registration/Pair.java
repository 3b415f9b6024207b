package org.variegate.model.registration;

import java.util.SortedMap;
import org.variegate.api.space.Grid;
import org.variegate.api.task.Example;

/**
 * Two views on one grid.
 *
 * @param grid of all that follows
 * @param fixed the fixed image [nz, ny, nx], scaled
 * @param moving the moving image, likewise
 * @param fixedLabels the place of each voxel's target among {@code targets}; empty if nobody knows
 * @param movingLabels likewise
 * @param targets names by number, of the targets of both views
 * @param truth the true displacement in mm, [3, nz, ny, nx]; empty if nobody knows
 */
record Pair(
    Grid grid,
    float[] fixed,
    float[] moving,
    short[] fixedLabels,
    short[] movingLabels,
    SortedMap<Integer, String> targets,
    float[] truth)
    implements Example {
  private static final int OVERHEAD = 1024;

  Size size() {
    return Size.of(grid);
  }

  /** Which targets count, by place: all but number 0, the background. */
  boolean[] weighs() {
    boolean[] weighs = new boolean[targets.size()];
    int place = 0;
    for (int number : targets.keySet()) {
      weighs[place++] = number != 0;
    }
    return weighs;
  }

  @Override
  public long bytes() {
    long floats = fixed.length + moving.length + truth.length;
    return OVERHEAD + 4 * floats + 2L * (fixedLabels.length + movingLabels.length);
  }
}
