package org.variegate.scene;

/**
 * A colour in linear light, Rec. 709 primaries.
 *
 * @param red at least 0, finite
 * @param green at least 0, finite
 * @param blue at least 0, finite
 */
public record Rgb(float red, float green, float blue) {
  /** White. */
  public static final Rgb WHITE = new Rgb(1, 1, 1);

  /** Refuses what is no light. */
  public Rgb {
    if (!(red >= 0 && green >= 0 && blue >= 0) || !Float.isFinite(red + green + blue)) {
      throw new IllegalArgumentException(
          "colour: needs three finite values of at least 0, got "
              + red
              + ", "
              + green
              + ", "
              + blue);
    }
  }

  /** All three times a factor. */
  public Rgb times(float factor) {
    return new Rgb(red * factor, green * factor, blue * factor);
  }

  /** Relative luminance (Rec. 709). */
  public float luminance() {
    return 0.2126f * red + 0.7152f * green + 0.0722f * blue;
  }
}
