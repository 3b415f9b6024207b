package org.variegate.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Writes a tar archive of plain files (POSIX.1-1988 ustar) that knows no time, no owner and no
 * machine.
 */
public final class Tar implements AutoCloseable {
  private static final int BLOCK = 512;
  private static final int MODE = 100;
  private static final int OWNER = 108;
  private static final int GROUP = 116;
  private static final int SIZE = 124;
  private static final int TIME = 136;
  private static final int CHECKSUM = 148;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final long LARGEST = (1L << 33) - 1;

  private final OutputStream out;

  /** What writes an entry's bytes. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes all bytes.
     *
     * @param out receives them; not closed
     * @throws IOException if {@code out} refuses
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Begins an archive.
   *
   * @param out receives it; closed with this
   */
  public Tar(OutputStream out) {
    this.out = out;
  }

  /**
   * Adds a file.
   *
   * @param name of at most 100 bytes
   * @param length in bytes, below 8 GB
   * @param content writes so many bytes
   * @throws IOException if the output refuses
   * @throws IllegalArgumentException if the name or the length does not fit into a header
   */
  public void add(String name, long length, Content content) throws IOException {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    if (text.length == 0 || text.length > MODE) {
      throw new IllegalArgumentException("name: needs 1 to 100 bytes, got '" + name + "'");
    }
    if (!(length >= 0 && length <= LARGEST)) {
      throw new IllegalArgumentException("length: needs 0 to " + LARGEST + ", got " + length);
    }
    out.write(header(text, length));
    content.writeTo(out);
    out.write(new byte[(int) (-length & BLOCK - 1)]);
  }

  private static byte[] header(byte[] name, long length) {
    byte[] header = new byte[BLOCK];
    System.arraycopy(name, 0, header, 0, name.length);
    octal(header, MODE, 7, 0644);
    octal(header, OWNER, 7, 0);
    octal(header, GROUP, 7, 0);
    octal(header, SIZE, 11, length);
    octal(header, TIME, 11, 0);
    header[TYPE] = '0';
    byte[] magic = "ustar\00000".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, header, MAGIC, magic.length);
    Arrays.fill(header, CHECKSUM, CHECKSUM + 8, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    octal(header, CHECKSUM, 6, sum);
    header[CHECKSUM + 6] = 0;
    return header;
  }

  private static void octal(byte[] header, int at, int digits, long value) {
    String text = String.format(Locale.ROOT, "%0" + digits + "o", value);
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, header, at, digits);
  }

  /**
   * Writes the end of the archive.
   *
   * @throws IOException if the output refuses
   */
  @Override
  public void close() throws IOException {
    try (OutputStream end = out) {
      end.write(new byte[2 * BLOCK]);
    }
  }
}
