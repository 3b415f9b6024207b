package org.variegate.annotator.targets;

import java.util.Arrays;
import org.variegate.api.Arena;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.LabelMap;
import org.variegate.raster.GaussianBlur;

/**
 * Of each voxel the label of which most is there once each label has been blurred: what is thinner
 * than the blur goes over to what lies around it, as in a scan of that resolution.
 */
final class Majority {
  private final Grid grid;
  private final GaussianBlur blur;

  /**
   * A majority.
   *
   * @param grid of the labels
   * @param sigma standard deviation of the Gaussian in mm
   */
  Majority(Grid grid, double sigma) {
    this.grid = grid;
    this.blur = new GaussianBlur(grid, sigma, sigma, sigma);
  }

  /** A map in another buffer; of labels of which as much is there, the one of the first place. */
  LabelMap of(LabelMap labels, Arena arena) {
    int size = grid.size();
    short[] winners = arena.shorts(size);
    float[] most = arena.floats(size);
    Arrays.fill(most, 0, size, -1);
    float[] share = arena.floats(size);
    for (short place = 0; place < labels.legend().size(); place++) {
      if (blurred(labels, place, share, arena)) {
        for (int i = 0; i < size; i++) {
          if (share[i] > most[i]) {
            most[i] = share[i];
            winners[i] = place;
          }
        }
      }
    }
    arena.release(share);
    arena.release(most);
    return LabelMap.of(grid, labels.legend(), winners);
  }

  /** How much of a label is where; false if there is nothing of it. */
  private boolean blurred(LabelMap labels, int place, float[] share, Arena arena) {
    boolean there = false;
    for (int i = 0; i < grid.size(); i++) {
      boolean is = labels.place(i) == place;
      share[i] = is ? 1 : 0;
      there |= is;
    }
    if (there) {
      blur.apply(share, 0, arena);
    }
    return there;
  }
}
