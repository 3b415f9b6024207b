package org.variegate.pictures;

import java.io.IOException;
import java.io.OutputStream;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.volume.Raster;
import org.variegate.formats.Jpeg;
import org.variegate.formats.Picture;
import org.variegate.formats.Png;

/**
 * How a sink writes images.
 *
 * @param suffix {@code jpg} or {@code png}
 * @param quality of JPEG, 1 to 100
 */
public record ImageFormat(String suffix, int quality) {
  /** A whole number: the JPEG quality that a stage wants for a sample, instead of the sink's. */
  public static final String QUALITY = "jpegQuality";

  private static final int FAST = 1;

  /** Checks suffix and quality. */
  public ImageFormat {
    if (!suffix.equals("jpg") && !suffix.equals("png")) {
      throw new IllegalArgumentException("suffix: needs jpg or png, got " + suffix);
    }
    if (!(quality >= 1 && quality <= 100)) {
      throw new IllegalArgumentException("quality: needs 1 to 100, got " + quality);
    }
  }

  /**
   * A format by a sink's options.
   *
   * @param format {@code jpeg} or {@code png}
   * @param quality of JPEG, 1 to 100
   * @return the format
   * @throws IllegalArgumentException if there is no such format or quality
   */
  public static ImageFormat parse(String format, int quality) {
    return switch (format) {
      case "jpeg" -> new ImageFormat("jpg", quality);
      case "png" -> new ImageFormat("png", quality);
      default -> throw new IllegalArgumentException("format: needs jpeg or png, got " + format);
    };
  }

  /**
   * Writes a sample's image.
   *
   * @param sample with an image
   * @param out receives the file, not closed
   * @throws IOException if the output refuses
   */
  public void write(Sample sample, OutputStream out) throws IOException {
    write(sample, Part.IMAGE, out);
  }

  /**
   * Writes another image of a sample.
   *
   * @param sample with that image
   * @param part its key
   * @param out receives the file, not closed
   * @throws IOException if the output refuses
   */
  public void write(Sample sample, Part<Raster> part, OutputStream out) throws IOException {
    Picture picture = Pictures.of(sample.get(part));
    if (suffix.equals("png")) {
      new Png(out, FAST).picture(picture);
    } else {
      Jpeg.write(picture, quality(sample), out);
    }
  }

  private int quality(Sample sample) {
    return sample.annotations().get(QUALITY) instanceof Number wanted ? wanted.intValue() : quality;
  }
}
