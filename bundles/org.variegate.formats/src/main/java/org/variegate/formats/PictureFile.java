package org.variegate.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.variegate.formats.internal.ExifOrientation;
import org.variegate.formats.internal.PictureReader;
import org.variegate.formats.internal.RegularFile;

/**
 * Reads PNG and JPEG files. A colour profile that a file may tell is ignored, and so is an
 * orientation, unless a picture is asked for {@linkplain #upright upright}.
 */
public final class PictureFile {
  /** How many bytes a file may have. */
  private static final long LARGEST = 1L << 28;

  private PictureFile() {}

  /**
   * Reads a file.
   *
   * @param file a PNG or JPEG
   * @param mostPixels how many it may have; memory of some ten times as many bytes is needed
   * @return grey, colours, or colours with opacity, as the file has them
   * @throws FormatException if it is no such file, is cut short or too large
   */
  public static Picture read(Path file, long mostPixels) throws FormatException {
    return read(file, mostPixels, Picture.LONGEST);
  }

  /**
   * Reads as much of a file as is enough: of a large picture every n-th pixel of every n-th row, n
   * as large as leaves its longer side at least so many pixels. Takes less time and memory than all
   * of it.
   *
   * @param file a PNG or JPEG
   * @param mostPixels how many it may have
   * @param enough pixels along the longer side, at least 1
   * @return grey, colours, or colours with opacity, as the file has them
   * @throws FormatException if it is no such file, is cut short or too large
   */
  public static Picture read(Path file, long mostPixels, int enough) throws FormatException {
    return read(bytes(file), file, mostPixels, enough);
  }

  /**
   * Reads as much of a file as is enough, turned and mirrored as it says that it shall be shown:
   * cameras store pictures as their chip lies, and tell in Exif how they were held.
   *
   * @param file a PNG or JPEG
   * @param mostPixels how many it may have
   * @param enough pixels along the longer side, at least 1
   * @return grey, colours, or colours with opacity, as the file has them
   * @throws FormatException if it is no such file, is cut short or too large
   */
  public static Picture upright(Path file, long mostPixels, int enough) throws FormatException {
    byte[] bytes = bytes(file);
    return ExifOrientation.of(bytes).upright(read(bytes, file, mostPixels, enough));
  }

  private static byte[] bytes(Path file) throws FormatException {
    try {
      RegularFile.require(file);
      long size = Files.size(file);
      if (size > LARGEST) {
        throw new IllegalArgumentException("needs at most " + LARGEST + " bytes, got " + size);
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new FormatException(file, "no such file", e);
    } catch (IllegalArgumentException e) {
      throw new FormatException(file, e.getMessage(), e);
    } catch (IOException e) {
      throw new FormatException(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a file that is part of another.
   *
   * @param bytes a PNG or JPEG
   * @param name told where something is wrong
   * @param mostPixels how many it may have
   * @return grey, colours, or colours with opacity, as the file has them
   * @throws FormatException if it is no such file, is cut short or too large
   */
  public static Picture read(byte[] bytes, Path name, long mostPixels) throws FormatException {
    return read(bytes, name, mostPixels, Picture.LONGEST);
  }

  private static Picture read(byte[] bytes, Path name, long mostPixels, int enough)
      throws FormatException {
    try {
      return PictureReader.read(bytes, mostPixels, enough);
    } catch (IllegalArgumentException e) {
      throw new FormatException(name, e.getMessage(), e);
    }
  }
}
