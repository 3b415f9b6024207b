package org.variegate.formats.internal;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.variegate.formats.Picture;

/** Reads pictures by {@code javax.imageio}, of which this takes what is certain. */
public final class PictureReader {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  private PictureReader() {}

  /**
   * Reads a picture.
   *
   * @param enough pixels along the longer side: of larger pictures every n-th is read
   * @throws IllegalArgumentException if it cannot be read, in one line
   */
  public static Picture read(byte[] bytes, long mostPixels, int enough) {
    String format = format(bytes);
    if (components(bytes) == 4) {
      throw new IllegalArgumentException("needs a JPEG of grey or of red, green, blue, got CMYK");
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      return read(reader, in, mostPixels, enough);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be decoded: " + firstLine(e), e);
    } catch (RuntimeException e) { // broken files make the reader throw any of them
      throw new IllegalArgumentException(firstLine(e), e);
    } finally {
      reader.dispose();
    }
  }

  private static String firstLine(Exception e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return reason.lines().findFirst().orElse("is broken");
  }

  /**
   * How many components a JPEG's frame has (ISO/IEC 10918-1, B.2.2), 0 where it tells none. The
   * library takes the fourth for opacity if nobody says that it is ink.
   */
  private static int components(byte[] bytes) {
    int at = begins(bytes, JPEG) ? 2 : bytes.length;
    while (at + 9 < bytes.length && (bytes[at] & 0xff) == 0xff) {
      int marker = bytes[at + 1] & 0xff;
      boolean table = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
      if (marker >= 0xc0 && marker <= 0xcf && !table) {
        return bytes[at + 9] & 0xff;
      }
      int length = (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
      at += marker == 0xff ? 1 : 2 + length;
    }
    return 0;
  }

  private static String format(byte[] bytes) {
    if (begins(bytes, PNG)) {
      return "png";
    }
    if (begins(bytes, JPEG)) {
      return "jpeg";
    }
    throw new IllegalArgumentException(
        bytes.length == 0 ? "is empty" : "needs a PNG or JPEG, got something else");
  }

  private static boolean begins(byte[] bytes, byte[] with) {
    return bytes.length >= with.length
        && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
  }

  private static Picture read(ImageReader reader, ImageInputStream in, long mostPixels, int enough)
      throws IOException {
    reader.setInput(in, true, true);
    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > mostPixels) {
      throw new IllegalArgumentException("needs at most " + mostPixels + " pixels, got " + pixels);
    }
    boolean[] cut = new boolean[1];
    reader.addIIOReadWarningListener(
        (source, warning) -> cut[0] |= warning.toLowerCase(Locale.ROOT).contains("premature end"));
    int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / enough);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(every, every, 0, 0);
    BufferedImage image = reader.read(0, param);
    if (cut[0]) {
      throw new IllegalArgumentException("is cut short");
    }
    return picture(image);
  }

  /** Grey is taken as it is: as a colour it would be taken for linear light. */
  private static Picture picture(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    Raster raster = image.getRaster();
    if (image.getColorModel() instanceof IndexColorModel colours) {
      return indexed(image, colours.hasAlpha() ? 4 : 3);
    }
    int bands = raster.getNumBands();
    int bits = image.getColorModel().getComponentSize(0);
    int channels = bands == 2 ? 4 : bands;
    byte[] values = new byte[width * height * channels];
    int[] row = new int[width * bands];
    for (int y = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int i = 0; i < row.length; i++) {
        row[i] = bits == 16 ? row[i] >> 8 : bits == 8 ? row[i] : row[i] * 255 / ((1 << bits) - 1);
      }
      put(row, bands, channels, values, y * width * channels);
    }
    return new Picture(width, height, channels, values);
  }

  private static void put(int[] row, int bands, int channels, byte[] values, int from) {
    int at = from;
    for (int i = 0; i < row.length; i += bands) {
      for (int c = 0; c < channels; c++) {
        boolean spread = bands == 2;
        values[at++] = (byte) row[i + (spread ? c / 3 : c)];
      }
    }
  }

  private static Picture indexed(BufferedImage image, int channels) {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    byte[] values = new byte[pixels.length * channels];
    int at = 0;
    for (int argb : pixels) {
      values[at++] = (byte) (argb >> 16);
      values[at++] = (byte) (argb >> 8);
      values[at++] = (byte) argb;
      if (channels == 4) {
        values[at++] = (byte) (argb >> 24);
      }
    }
    return new Picture(width, image.getHeight(), channels, values);
  }
}
