package org.variegate.randomizer.sky;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.variegate.formats.FormatException;

/**
 * A picture in the format of Radiance (Ward 1991, "Real pixels", Graphics Gems II; .hdr or .pic):
 * RGBE, plain or run-length encoded in the old or new way, rows from top to bottom.
 */
final class RadianceFile {
  private static final int LONGEST = 1 << 15;
  private static final int LONGEST_LINE = 4096;
  private static final int MOST_LINES = 1000;
  private static final Pattern SIZE = Pattern.compile("-Y +([0-9]{1,6}) +\\+X +([0-9]{1,6})");

  private RadianceFile() {}

  /**
   * Checks a file's header.
   *
   * @param file to check
   * @throws FormatException if it is no such file
   */
  static void check(Path file) throws FormatException {
    read(file, Integer.MAX_VALUE, true);
  }

  /**
   * Reads a file.
   *
   * @param file to read
   * @param widest larger ones are made smaller by the mean of k x k pixels
   * @throws FormatException if it is no such file or is cut short
   */
  static RadiancePicture read(Path file, int widest) throws FormatException {
    return read(file, widest, false);
  }

  private static RadiancePicture read(Path file, int widest, boolean headerOnly)
      throws FormatException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FormatException(file, "needs a file, got a folder or device", null);
    }
    int row = -1;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      int[] size = header(in);
      RadiancePicture picture =
          new RadiancePicture(
              size[0], size[1], headerOnly ? Integer.MAX_VALUE : widest, headerOnly);
      byte[] pixels = new byte[headerOnly ? 0 : 4 * size[0]];
      for (row = 0; row < size[1] && !headerOnly; row++) {
        RadianceRow.read(in, pixels, size[0]);
        picture.add(pixels, row);
      }
      return picture;
    } catch (EOFException e) {
      String where = row < 0 ? "in its header" : "in row " + row;
      throw new FormatException(file, "needs more bytes, the file is cut off " + where, e);
    } catch (IllegalArgumentException e) {
      String where = row < 0 ? "" : "row " + row + ": ";
      throw new FormatException(file, where + e.getMessage(), e);
    } catch (IOException e) {
      throw FormatException.of(file, e);
    }
  }

  /** Width and height. */
  private static int[] header(InputStream in) throws IOException {
    String first = line(in);
    if (!first.startsWith("#?")) {
      throw new IllegalArgumentException("needs a Radiance picture, which begins with #?");
    }
    int lines = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.startsWith("FORMAT=") && !line.strip().equals("FORMAT=32-bit_rle_rgbe")) {
        throw new IllegalArgumentException("needs FORMAT=32-bit_rle_rgbe, got " + line.strip());
      }
      if (++lines > MOST_LINES) {
        throw new IllegalArgumentException("needs a header of at most " + MOST_LINES + " lines");
      }
    }
    String size = line(in);
    Matcher matcher = SIZE.matcher(size.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("needs a size such as -Y 512 +X 1024, got " + size);
    }
    int height = Integer.parseInt(matcher.group(1));
    int width = Integer.parseInt(matcher.group(2));
    if (width < 4 || height < 2 || width > LONGEST || height > LONGEST) {
      throw new IllegalArgumentException(
          "needs 4 x 2 to " + LONGEST + " x " + LONGEST + " pixels, got " + width + " x " + height);
    }
    return new int[] {width, height};
  }

  private static String line(InputStream in) throws IOException {
    byte[] bytes = new byte[LONGEST_LINE];
    int n = 0;
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      if (n == LONGEST_LINE) {
        throw new IllegalArgumentException(
            "needs lines of at most " + LONGEST_LINE + " bytes in its header");
      }
      bytes[n++] = (byte) (b < 0x20 || b > 0x7e ? ' ' : b);
    }
    return new String(bytes, 0, n, StandardCharsets.US_ASCII).stripTrailing();
  }
}
