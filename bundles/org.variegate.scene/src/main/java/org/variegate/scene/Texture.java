package org.variegate.scene;

/**
 * An image on a surface, with its mip levels: each half the last, by the mean of four texels in
 * linear light. It repeats in both directions. Never changed, and shared.
 *
 * @see Material
 */
public final class Texture {
  private final int width;
  private final int height;
  private final int channels;
  private final boolean srgb;
  private final byte[][] levels;

  /**
   * Builds the mip levels.
   *
   * @param width in texels, at least 1
   * @param height in texels, at least 1
   * @param channels 1 (grey or height), 3 (colour) or 4 (colour and coverage)
   * @param srgb whether the first three channels are sRGB coded, else linear
   * @param texels row by row from the top, channels fastest
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public Texture(int width, int height, int channels, boolean srgb, byte[] texels) {
    if (width < 1
        || height < 1
        || (channels != 1 && channels != 3 && channels != 4)
        || texels.length != (long) width * height * channels) {
      throw new IllegalArgumentException(
          "texels: needs " + width + " x " + height + " x " + channels + ", got " + texels.length);
    }
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.srgb = srgb;
    this.levels = MipLevels.of(width, height, channels, srgb, texels);
  }

  /** Width of the finest level, in texels. */
  public int width() {
    return width;
  }

  /** Height of the finest level, in texels. */
  public int height() {
    return height;
  }

  /** Values a texel. */
  public int channels() {
    return channels;
  }

  /** Whether colour is sRGB coded. */
  public boolean srgb() {
    return srgb;
  }

  /** How many mip levels there are, the last of 1 x 1. */
  public int levels() {
    return levels.length;
  }

  /**
   * The texels of a level, max(1, width >> level) by max(1, height >> level).
   *
   * @param level 0 is the finest
   * @return to be read only
   */
  public byte[] level(int level) {
    return levels[level];
  }
}
