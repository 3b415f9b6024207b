package org.variegate.cli;

import java.awt.Color;
import java.util.Arrays;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.Legend;

/**
 * A colour for each label of a legend. It goes by the label's id, so that a structure keeps its
 * colour in a mirrored legend; neighbouring ids differ most, the background is dark.
 */
final class LabelColours {
  private static final int BACKGROUND = 0x14161a;

  /** The golden section's part of the circle of hues. */
  private static final float HUE_STEP = 0.618034f;

  private final int[] colours;

  LabelColours(Legend legend) {
    int[] ids = legend.labels().stream().mapToInt(Label::id).toArray();
    int[] sorted = ids.clone();
    Arrays.sort(sorted);
    colours = new int[ids.length];
    Arrays.setAll(colours, place -> colour(1 + Arrays.binarySearch(sorted, ids[place])));
    colours[0] = BACKGROUND;
  }

  /**
   * The colour of a label.
   *
   * @param place in the legend, 0 for the background
   * @return 0xRRGGBB
   */
  int of(int place) {
    return colours[place];
  }

  private static int colour(int rank) {
    float hue = rank * HUE_STEP;
    float saturation = 0.45f + 0.2f * (rank % 3);
    float brightness = 0.95f - 0.15f * (rank % 4);
    return Color.HSBtoRGB(hue, saturation, brightness) & 0xffffff;
  }
}
