package org.variegate.formats;

/**
 * A picture as files hold it: 8 bits a channel, sRGB.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels 1 grey, 3 red, green, blue, or 4 with opacity, which is not multiplied in
 * @param values [height, width, channels], rows from the top, the channels of a pixel side by side;
 *     unsigned, shared, not copied
 */
public record Picture(int width, int height, int channels, byte[] values) {
  /** The longest side that the files of this package may have. */
  public static final int LONGEST = 65_535;

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if a side is not in [1, 65535], there are not 1, 3 or 4
   *     channels, or the values are fewer or more
   */
  public Picture {
    if (!(width > 0 && height > 0 && width <= LONGEST && height <= LONGEST)) {
      throw new IllegalArgumentException(
          "size: needs sides of 1 to " + LONGEST + " pixels, got " + width + " x " + height);
    }
    if (channels != 1 && channels != 3 && channels != 4) {
      throw new IllegalArgumentException("channels: needs 1, 3 or 4, got " + channels);
    }
    if (values.length != (long) width * height * channels) {
      throw new IllegalArgumentException(
          "values: needs "
              + channels
              + " channels of "
              + width
              + " x "
              + height
              + " pixels, got "
              + values.length);
    }
  }
}
