package org.variegate.yardsticks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.variegate.formats.Picture;
import org.variegate.formats.PictureFile;

/**
 * A picture, a frame or a photograph, whose class is known.
 *
 * @param label the class
 * @param name what it is called in reports
 * @param file where it lies
 * @param offset of its first byte in the file, which may be an archive
 * @param length in bytes
 */
record Shot(String label, String name, Path file, long offset, int length) {
  private static final long MOST_PIXELS = 1L << 26;

  byte[] bytes() throws IOException {
    byte[] bytes = new byte[length];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(offset);
      in.readFully(bytes);
    }
    return bytes;
  }

  static Picture decode(byte[] bytes, Path name) throws IOException {
    return PictureFile.read(bytes, name, MOST_PIXELS);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
