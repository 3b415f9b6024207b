package org.variegate.cli;

import java.awt.Color;

/** A colour for each label: neighbours in the legend differ most, the background is dark. */
final class LabelColours {
  private static final int BACKGROUND = 0x14161a;

  /** The golden section's part of the circle of hues. */
  private static final float HUE_STEP = 0.618034f;

  private LabelColours() {}

  /**
   * The colour of a label.
   *
   * @param place in its legend, 0 for the background
   * @return 0xRRGGBB
   */
  static int of(int place) {
    if (place == 0) {
      return BACKGROUND;
    }
    float hue = place * HUE_STEP;
    float saturation = 0.45f + 0.2f * (place % 3);
    float brightness = 0.95f - 0.15f * (place % 4);
    return Color.HSBtoRGB(hue, saturation, brightness) & 0xffffff;
  }
}
