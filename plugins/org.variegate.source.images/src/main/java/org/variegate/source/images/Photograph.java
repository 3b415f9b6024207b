package org.variegate.source.images;

import java.nio.file.Path;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.formats.FileHash;
import org.variegate.formats.FormatException;
import org.variegate.formats.Picture;
import org.variegate.formats.PictureFile;
import org.variegate.scene.Srgb;
import org.variegate.scene.Tone;

/**
 * A photograph in memory.
 *
 * @param picture of three channels
 * @param sha256 of its file
 */
record Photograph(Picture picture, String sha256) implements Loaded {
  private static final long MOST_PIXELS = 1L << 26;

  /** How many times more pixels along a side are read than are kept, at least, to be averaged. */
  private static final int FINER = 4;

  /**
   * Reads a file.
   *
   * @param file a PNG or JPEG
   * @param longest side in pixels that it is kept with, 0 for any
   */
  static Photograph read(Path file, int longest) throws FormatException {
    String sha256 = FileHash.of(file);
    int enough = longest == 0 ? Picture.LONGEST : Math.min(Picture.LONGEST, FINER * longest);
    Picture read = colours(PictureFile.upright(file, MOST_PIXELS, enough));
    int side = Math.max(read.width(), read.height());
    return new Photograph(longest == 0 ? read : reduced(read, (side - 1) / longest + 1), sha256);
  }

  @Override
  public long bytes() {
    return picture.values().length;
  }

  /** Three channels, before white where there is opacity. */
  private static Picture colours(Picture p) {
    if (p.channels() == 3) {
      return p;
    }
    byte[] from = p.values();
    byte[] values = new byte[3 * p.width() * p.height()];
    for (int i = 0, at = 0; at < values.length; i += p.channels()) {
      for (int c = 0; c < 3; c++) {
        int code = from[i + (p.channels() == 1 ? 0 : c)] & 0xff;
        int opacity = p.channels() == 1 ? 255 : from[i + 3] & 0xff;
        values[at++] = (byte) ((code * opacity + 255 * (255 - opacity) + 127) / 255);
      }
    }
    return new Picture(p.width(), p.height(), 3, values);
  }

  /** The mean in linear light of factor x factor pixels. */
  private static Picture reduced(Picture p, int factor) {
    if (factor == 1) {
      return p;
    }
    int width = Math.max(1, p.width() / factor);
    int height = Math.max(1, p.height() / factor);
    byte[] values = new byte[3 * width * height];
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          values[at++] = (byte) Srgb.code(mean(p, x * factor, y * factor, c, factor));
        }
      }
    }
    return new Picture(width, height, 3, values);
  }

  private static float mean(Picture p, int left, int top, int c, int factor) {
    float sum = 0;
    int right = Math.min(left + factor, p.width());
    int bottom = Math.min(top + factor, p.height());
    for (int j = top; j < bottom; j++) {
      for (int i = left; i < right; i++) {
        sum += Srgb.linear(p.values()[3 * (j * p.width() + i) + c] & 0xff);
      }
    }
    return sum / ((bottom - top) * (right - left));
  }

  /** Light of which the picture would be developed. */
  @Override
  public Raster image(Sample sample) {
    Grid grid = new Grid(picture.width(), picture.height(), 1, Affine.IDENTITY);
    float[] values = sample.arena().floats(3 * grid.size());
    byte[] codes = picture.values();
    for (int c = 0; c < 3; c++) {
      for (int i = 0, to = c * grid.size(); i < grid.size(); i++) {
        values[to + i] = Tone.light(codes[3 * i + c] & 0xff);
      }
    }
    return new Raster(grid, 3, "linear", values);
  }
}
