package org.variegate.randomizer.intensity;

import org.variegate.api.volume.Contrast;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;

/**
 * Draws into how many regions each tissue but the background's falls, and what their means differ
 * by.
 */
record ClusterDraws(Distribution count, Distribution offset, Distribution width) {
  /** The largest number of clusters of a tissue, and the number of patterns. */
  static final int MOST = 8;

  Contrast.Clusters draw(TissueDraws tissues) {
    double regionWidth = tissues.stage().sample("clusterWidth", width);
    int[] pattern = new int[tissues.names().size()];
    float[][] offsets = new float[pattern.length][1];
    boolean several = count.upper() >= 1.5;
    for (int i = 0; i < pattern.length && several; i++) {
      if (i == tissues.background()) {
        continue;
      }
      Draws draws = tissues.of(i);
      int clusters = wholeNumber(draws.sample("clusters", count));
      if (clusters > 1) {
        pattern[i] = draws.index("pattern", MOST);
        offsets[i] = floats(draws.sample("clusterOffset", offset, clusters));
      }
    }
    return tissues.byPlace(offsets, pattern, regionWidth);
  }

  /** Rounds; an overridden draw may be anything. */
  private static int wholeNumber(double drawn) {
    if (!(drawn >= 1 && drawn <= MOST)) {
      throw new IllegalArgumentException("clusters: needs 1 to " + MOST + ", got " + drawn);
    }
    return (int) Math.rint(drawn);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
