package org.variegate.metrics;

import java.util.function.IntUnaryOperator;

/**
 * How far a predicted set of voxels covers the true one.
 *
 * @param truth voxels of the true set, at least 0
 * @param predicted voxels of the predicted set, at least 0
 * @param both voxels of both, at most those of either
 */
public record Overlap(long truth, long predicted, long both) {

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if both have more voxels than one
   */
  public Overlap {
    if (!(both >= 0 && both <= truth && both <= predicted)) {
      throw new IllegalArgumentException(
          "overlap: needs at most the voxels of either set, got "
              + both
              + " of "
              + truth
              + " and "
              + predicted);
    }
  }

  /**
   * The overlap of each class.
   *
   * @param classes how many there are
   * @param voxels how many there are
   * @param truth the class of each voxel, in [0, classes); others are of none
   * @param predicted likewise
   * @return one for each class
   */
  public static Overlap[] of(
      int classes, int voxels, IntUnaryOperator truth, IntUnaryOperator predicted) {
    long[][] counts = new long[3][classes];
    for (int i = 0; i < voxels; i++) {
      int t = truth.applyAsInt(i);
      int p = predicted.applyAsInt(i);
      if (t >= 0 && t < classes) {
        counts[0][t]++;
        counts[2][t] += t == p ? 1 : 0;
      }
      if (p >= 0 && p < classes) {
        counts[1][p]++;
      }
    }
    Overlap[] overlaps = new Overlap[classes];
    for (int c = 0; c < classes; c++) {
      overlaps[c] = new Overlap(counts[0][c], counts[1][c], counts[2][c]);
    }
    return overlaps;
  }

  /**
   * Dice's coefficient 2 |T and P| / (|T| + |P|) (Dice 1945; Zijdenbos et al. 1994).
   *
   * @return in [0, 1]; 1 if both sets are empty, for then the prediction is right (Maier-Hein et
   *     al. 2024, "Metrics reloaded")
   */
  public double dice() {
    return truth + predicted == 0 ? 1 : 2.0 * both / (truth + predicted);
  }

  /**
   * Jaccard's index |T and P| / |T or P| (Jaccard 1912).
   *
   * @return in [0, 1]; 1 if both sets are empty
   */
  public double jaccard() {
    return truth + predicted == 0 ? 1 : (double) both / (truth + predicted - both);
  }

  /**
   * How much larger the predicted set is than the true one, of the true one: (|P| - |T|) / |T|.
   *
   * @return at least -1; 0 if both are empty; infinite if the true one alone is
   */
  public double volumeError() {
    return truth == predicted ? 0 : (double) (predicted - truth) / truth;
  }
}
