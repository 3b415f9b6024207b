package org.variegate.pictures;

import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.formats.Picture;
import org.variegate.scene.Tone;

/** Turns images into pictures. */
public final class Pictures {
  /** The unit of scene light: 1 is white. */
  public static final String LINEAR = "linear";

  /** The unit of photographs, in [0, 255]. */
  public static final String SRGB = "sRGB";

  private Pictures() {}

  /**
   * Develops an image.
   *
   * @param image of one plane, of 1 or 3 channels; linear light goes through the {@linkplain Tone
   *     tone curve}, sRGB is rounded
   * @return the picture
   * @throws IllegalArgumentException if it is of another unit or shape, or a value is not finite
   */
  public static Picture of(Raster image) {
    Grid grid = image.grid();
    requirePlane("image", grid);
    if (image.channels() != 1 && image.channels() != 3) {
      throw new IllegalArgumentException("image: needs 1 or 3 channels, got " + image.channels());
    }
    byte[] pixels = new byte[grid.size() * image.channels()];
    float[] values = image.finiteValues();
    switch (image.unit()) {
      case LINEAR -> develop(values, grid.size(), pixels);
      case SRGB -> round(values, grid.size(), pixels);
      default ->
          throw new IllegalArgumentException(
              "image: needs the unit linear or sRGB, got " + image.unit());
    }
    return new Picture(grid.nx(), grid.ny(), image.channels(), pixels);
  }

  static void requirePlane(String what, Grid grid) {
    if (grid.nz() != 1) {
      throw new IllegalArgumentException(what + ": needs a plane, got " + grid);
    }
  }

  private static void develop(float[] values, int size, byte[] pixels) {
    int channels = pixels.length / size;
    for (int c = 0; c < channels; c++) {
      for (int i = 0, from = c * size; i < size; i++) {
        pixels[i * channels + c] = (byte) Tone.code(values[from + i]);
      }
    }
  }

  private static void round(float[] values, int size, byte[] pixels) {
    int channels = pixels.length / size;
    for (int c = 0; c < channels; c++) {
      for (int i = 0, from = c * size; i < size; i++) {
        float value = Math.max(0, Math.min(255, values[from + i]));
        pixels[i * channels + c] = (byte) (int) (value + 0.5f);
      }
    }
  }
}
