package org.variegate.render;

import java.util.Set;

/**
 * How a picture is taken.
 *
 * @param width of the picture in pixels, at least 1
 * @param height of the picture in pixels, at least 1
 * @param samples of visibility a pixel: 1, 2, 4, 8 or 16
 * @param shadows width of a light's shadow map in texels, 0 for no shadows, at most 4096
 * @param passes what is wanted beside colour and instances
 * @param threads that work on one picture, at least 1; they change no byte of it
 */
public record Settings(
    int width, int height, int samples, int shadows, Set<Pass> passes, int threads) {

  /** What can be made beside colour and instances, in the same pass. */
  public enum Pass {
    /** Distance along the camera's axis. */
    DEPTH,
    /** Normals in the camera's space. */
    NORMALS,
    /** Where the surface is in its instance's rest space. */
    COORDINATES
  }

  /** Checks all values. */
  public Settings {
    passes = Set.copyOf(passes);
    check("width", width, width >= 1 && width <= 16384, "1 to 16384 pixels");
    check("height", height, height >= 1 && height <= 16384, "1 to 16384 pixels");
    boolean power = samples >= 1 && samples <= 16 && Integer.bitCount(samples) == 1;
    check("samples", samples, power, "1, 2, 4, 8 or 16");
    check("shadows", shadows, shadows >= 0 && shadows <= 4096, "0 to 4096 texels");
    check("threads", threads, threads >= 1 && threads <= 256, "1 to 256");
    check("width x height x samples", samples, (long) width * height * samples < 1L << 30, "less");
  }

  /**
   * Four samples a pixel, shadow maps of 256 texels, one thread and no passes.
   *
   * @param width in pixels
   * @param height in pixels
   * @return the settings
   */
  public static Settings of(int width, int height) {
    return new Settings(width, height, 4, 256, Set.of(), 1);
  }

  private static void check(String key, int got, boolean right, String needed) {
    if (!right) {
      throw new IllegalArgumentException(key + ": needs " + needed + ", got " + got);
    }
  }
}
