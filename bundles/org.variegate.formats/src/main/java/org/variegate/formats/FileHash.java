package org.variegate.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.variegate.formats.internal.RegularFile;

/** Says which bytes a file has, for {@link org.variegate.api.Sample#input}. */
public final class FileHash {
  private static final int BUFFER = 1 << 16;

  private FileHash() {}

  /**
   * Hashes a file.
   *
   * @param file read from beginning to end
   * @return the SHA-256 of its bytes, 64 hexadecimal digits
   * @throws FormatException if it cannot be read
   */
  public static String of(Path file) throws FormatException {
    MessageDigest digest = digest();
    try {
      RegularFile.require(file);
      try (InputStream in = Files.newInputStream(file)) {
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          digest.update(buffer, 0, n);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw FormatException.of(file, e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Hashes a text.
   *
   * @param text hashed as UTF-8
   * @return its SHA-256, 64 hexadecimal digits
   */
  public static String ofText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
