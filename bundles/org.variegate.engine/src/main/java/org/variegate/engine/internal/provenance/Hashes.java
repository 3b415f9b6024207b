package org.variegate.engine.internal.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How hashes are built: each level is the SHA-256 of the lines {@code <hash> <name>} of the level
 * below, as {@code sha256sum} prints them.
 */
public final class Hashes {
  private Hashes() {}

  /**
   * An empty digest.
   *
   * @return SHA-256
   */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /**
   * Ends a digest.
   *
   * @param digest empty again afterwards
   * @return 64 hexadecimal digits
   */
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Hashes a text.
   *
   * @param text hashed as UTF-8
   * @return 64 hexadecimal digits
   */
  public static String text(String text) {
    MessageDigest digest = digest();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return hex(digest);
  }

  /**
   * Adds a file's bytes.
   *
   * @param digest to add to
   * @param file to read
   * @throws IOException if it cannot be read
   */
  public static void update(MessageDigest digest, Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
  }

  /**
   * Adds a line of the level below.
   *
   * @param digest of this level
   * @param hash of the part, 64 hexadecimal digits
   * @param name of the part
   */
  public static void add(MessageDigest digest, String hash, String name) {
    digest.update((hash + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
