package org.variegate.formats.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.variegate.formats.Picture;

/**
 * How a picture is to be turned and mirrored to be shown (Exif 2.32, tag 0x0112). Whatever is wrong
 * with what a file says of it leaves the picture as it is, as other readers do.
 *
 * @param number 1 as it is, 2 mirrored, 3 turned by a half, 4 upside down and mirrored, 5 to 8 with
 *     rows for columns
 */
public record ExifOrientation(int number) {
  private static final ExifOrientation NONE = new ExifOrientation(1);
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int APP1 = 0xffe1;
  private static final int START_OF_SCAN = 0xffda;
  private static final int PNG_HEAD = 8;
  private static final int EXIF_CHUNK = 0x65584966;
  private static final int IMAGE_DATA = 0x49444154;
  private static final short TAG = 0x0112;
  private static final int SHORT = 3;

  /**
   * What a file says.
   *
   * @param file bytes of a JPEG or PNG, or of anything
   * @return its orientation; as it is if it says none
   */
  public static ExifOrientation of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    try {
      return (file[0] & 0xff) == 0xff ? ofJpeg(bytes) : ofPng(bytes);
    } catch (IndexOutOfBoundsException e) {
      return NONE;
    }
  }

  private static ExifOrientation ofJpeg(ByteBuffer bytes) {
    int at = 2;
    int marker = bytes.getShort(at) & 0xffff;
    while (marker > 0xff00 && marker != START_OF_SCAN) {
      int data = at + 4;
      if (marker == APP1 && begins(bytes, data)) {
        return ofTiff(bytes, data + EXIF.length);
      }
      at += 2 + (bytes.getShort(at + 2) & 0xffff);
      marker = bytes.getShort(at) & 0xffff;
    }
    return NONE;
  }

  private static boolean begins(ByteBuffer bytes, int at) {
    return Arrays.equals(bytes.array(), at, at + EXIF.length, EXIF, 0, EXIF.length);
  }

  private static ExifOrientation ofPng(ByteBuffer bytes) {
    int at = PNG_HEAD;
    int type = bytes.getInt(at + 4);
    while (type != IMAGE_DATA && bytes.getInt(at) >= 0) {
      if (type == EXIF_CHUNK) {
        return ofTiff(bytes, at + 8);
      }
      at += 12 + bytes.getInt(at);
      type = bytes.getInt(at + 4);
    }
    return NONE;
  }

  private static ExifOrientation ofTiff(ByteBuffer bytes, int start) {
    boolean little = bytes.get(start) == 'I';
    ByteBuffer tiff =
        bytes.duplicate().order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = start + tiff.getInt(start + 4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (tiff.getShort(entry) == TAG && tiff.getShort(entry + 2) == SHORT) {
        int number = tiff.getShort(entry + 8);
        return number >= 1 && number <= 8 ? new ExifOrientation(number) : NONE;
      }
    }
    return NONE;
  }

  /**
   * Turns a picture.
   *
   * @param picture as the file stores it
   * @return as it shall be shown
   */
  public Picture upright(Picture picture) {
    if (number == 1) {
      return picture;
    }
    int width = number < 5 ? picture.width() : picture.height();
    int height = number < 5 ? picture.height() : picture.width();
    int channels = picture.channels();
    byte[] values = new byte[picture.values().length];
    for (int y = 0, to = 0; y < height; y++) {
      for (int x = 0; x < width; x++, to += channels) {
        int from = channels * source(x, y, picture.width() - 1, picture.height() - 1);
        System.arraycopy(picture.values(), from, values, to, channels);
      }
    }
    return new Picture(width, height, channels, values);
  }

  /** Where the pixel shown at x, y is stored. */
  private int source(int x, int y, int lastX, int lastY) {
    int i = number < 5 ? x : y;
    int j = number < 5 ? y : x;
    boolean right = number == 2 || number == 3 || number == 7 || number == 8;
    boolean below = number == 3 || number == 4 || number == 6 || number == 7;
    return (right ? lastX - i : i) + (lastX + 1) * (below ? lastY - j : j);
  }
}
