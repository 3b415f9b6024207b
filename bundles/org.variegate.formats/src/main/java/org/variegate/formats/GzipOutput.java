package org.variegate.formats;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import org.variegate.formats.internal.Deflate;

/**
 * Compresses to gzip (RFC 1952) with the same bytes on every JDK and platform: those of {@link
 * java.util.zip} depend on the zlib that the JDK was linked to. The header knows no time, no name
 * and no operating system.
 */
public final class GzipOutput extends FilterOutputStream {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private final CRC32 crc = new CRC32();
  private final Deflate deflate;
  private long length;
  private boolean closed;

  /**
   * Begins a stream.
   *
   * @param out receives the compressed bytes; closed with this
   * @param level 1 (fast) to 9 (small)
   * @throws IOException if {@code out} refuses
   * @throws IllegalArgumentException if there is no such level
   */
  public GzipOutput(OutputStream out, int level) throws IOException {
    super(out);
    deflate = new Deflate(out, level);
    out.write(HEADER);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    if (closed) {
      throw new IOException("gzip: is closed");
    }
    crc.update(bytes, from, count);
    length += count;
    deflate.write(bytes, from, count);
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (OutputStream end = out) {
      deflate.finish();
      writeInt(end, (int) crc.getValue());
      writeInt(end, (int) length);
    }
  }

  private static void writeInt(OutputStream out, int value) throws IOException {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(value >>> shift);
    }
  }
}
