package org.variegate.scene;

/**
 * An image on a surface, with its mip levels: each half the last, by the mean of four texels in
 * linear light, weighted by coverage where that makes holes. It repeats in both directions. Never
 * changed, and shared.
 *
 * @see Material
 */
public final class Texture {
  private final int width;
  private final int height;
  private final int channels;
  private final boolean srgb;
  private final byte[][] bytes;
  private final int[][] packed;
  private final Slopes[] slopes;

  /**
   * Builds the mip levels of a texture without holes.
   *
   * @param width in texels, at least 1
   * @param height in texels, at least 1
   * @param channels 1 (grey or height), 3 (colour) or 4 (colour and coverage)
   * @param srgb whether the first three channels are sRGB coded, else linear
   * @param texels row by row from the top, channels fastest
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public Texture(int width, int height, int channels, boolean srgb, byte[] texels) {
    this(width, height, channels, srgb, texels, 0);
  }

  /**
   * Builds the mip levels.
   *
   * @param width in texels, at least 1
   * @param height in texels, at least 1
   * @param channels 1 (grey or height), 3 (colour) or 4 (colour and coverage)
   * @param srgb whether the first three channels are sRGB coded, else linear
   * @param texels row by row from the top, channels fastest
   * @param cutoff coverage in [0, 1] below which there is a hole, as of the {@linkplain
   *     Material#coverage() material}: all levels have about the same share of holes, and no colour
   *     of what is not covered; 0 if there are none
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public Texture(int width, int height, int channels, boolean srgb, byte[] texels, float cutoff) {
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
    byte[][] levels = MipLevels.of(width, height, channels, srgb, texels, cutoff);
    this.bytes = channels == 1 ? levels : null;
    this.packed = channels == 1 ? null : pack(levels, channels);
    this.slopes = channels == 1 ? Slopes.of(width, height, levels) : null;
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
    return channels == 1 ? bytes.length : packed.length;
  }

  /** What all its levels take in memory, slopes included, in bytes. */
  public long bytes() {
    long sum = 0;
    for (int l = 0; l < levels(); l++) {
      sum += channels == 1 ? 3L * bytes[l].length : 4L * packed[l].length;
    }
    return sum;
  }

  private static int[][] pack(byte[][] levels, int channels) {
    int[][] packed = new int[levels.length][];
    for (int l = 0; l < levels.length; l++) {
      byte[] b = levels[l];
      packed[l] = new int[b.length / channels];
      for (int i = 0, j = 0; i < packed[l].length; i++, j += channels) {
        int coverage = channels == 4 ? b[j + 3] & 0xff : 0xff;
        packed[l][i] =
            b[j] & 0xff | (b[j + 1] & 0xff) << 8 | (b[j + 2] & 0xff) << 16 | coverage << 24;
      }
    }
    return packed;
  }

  /**
   * The texels of a level of a texture of 3 or 4 channels, packed.
   *
   * @param level 0 is the finest
   * @return the first channel in the lowest 8 bits, the fourth, or 255, in the highest; to be read
   *     only
   * @throws IllegalStateException if there is one channel only
   */
  public int[] packed(int level) {
    if (packed == null) {
      throw new IllegalStateException("texture: needs 3 or 4 channels to be packed, got 1");
    }
    return packed[level];
  }

  /**
   * How a level of a texture of 1 channel rises from texel to texel.
   *
   * @param level 0 is the finest
   * @throws IllegalStateException if there are more channels
   */
  public Slopes slopes(int level) {
    if (slopes == null) {
      throw new IllegalStateException("texture: needs 1 channel for slopes, got " + channels);
    }
    return slopes[level];
  }

  /**
   * The texels of a level, max(1, width >> level) by max(1, height >> level).
   *
   * @param level 0 is the finest
   * @return channels fastest; to be read only; unpacked anew if there is more than one channel
   */
  public byte[] level(int level) {
    if (bytes != null) {
      return bytes[level];
    }
    byte[] unpacked = new byte[packed[level].length * channels];
    for (int i = 0; i < unpacked.length; i++) {
      unpacked[i] = (byte) (packed[level][i / channels] >>> 8 * (i % channels));
    }
    return unpacked;
  }
}
