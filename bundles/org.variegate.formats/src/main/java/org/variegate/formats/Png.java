package org.variegate.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import org.variegate.formats.internal.Deflate;
import org.variegate.formats.internal.RowFilter;

/**
 * Writes PNG files (ISO/IEC 15948) with the same bytes on every JDK and platform: those of {@link
 * java.util.zip} depend on the zlib that the JDK was linked to.
 */
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int GREY = 0;
  private static final int PALETTE = 3;

  private final OutputStream out;
  private final int level;

  /**
   * A writer of one file.
   *
   * @param out receives the file, not closed
   * @param level 1 (fast) to 9 (small)
   */
  public Png(OutputStream out, int level) {
    this.out = out;
    this.level = level;
  }

  /**
   * Writes a picture.
   *
   * @param picture grey, or colours, with opacity or without
   * @throws IOException if the output refuses
   */
  public void picture(Picture picture) throws IOException {
    int[] types = {0, GREY, 0, 2, 6};
    int channels = picture.channels();
    header(picture.width(), picture.height(), 8, types[channels]);
    data(picture.values(), picture.width() * channels, channels);
  }

  /**
   * Writes whole numbers as a grey picture of 16 bits.
   *
   * @param width in pixels
   * @param height in pixels
   * @param values [height, width], unsigned
   * @throws IOException if the output refuses
   */
  public void grey16(int width, int height, short[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(2 * width * height);
    bytes.asShortBuffer().put(values, 0, width * height);
    header(width, height, 16, GREY);
    data(bytes.array(), 2 * width, 2);
  }

  /**
   * Writes numbers below 256 as a picture that shows each in a colour of its own; a reader that
   * does not look up colours gets the numbers.
   *
   * @param width in pixels
   * @param height in pixels
   * @param values [height, width], unsigned, below the number of colours
   * @param colours 1 to 256 of them, 0xRRGGBB
   * @throws IOException if the output refuses
   */
  public void palette(int width, int height, byte[] values, int[] colours) throws IOException {
    header(width, height, 8, PALETTE);
    ByteBuffer table = ByteBuffer.allocate(3 * colours.length);
    for (int colour : colours) {
      table.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }
    chunk("PLTE", table.array(), table.capacity());
    data(values, width, 0);
  }

  private void header(int width, int height, int bits, int type) throws IOException {
    out.write(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) bits).put((byte) type);
    chunk("IHDR", header.array(), header.capacity());
  }

  private void data(byte[] values, int stride, int step) throws IOException {
    Compressed compressed = new Compressed();
    compressed.write(0x78);
    compressed.write(0x01);
    Deflate deflate = new Deflate(compressed, level);
    RowFilter filter = new RowFilter(stride, step);
    Adler32 sum = new Adler32();
    for (int row = 0; row < values.length; row += stride) {
      byte[] line = filter.apply(values, row);
      sum.update(line, 0, stride + 1);
      deflate.write(line, 0, stride + 1);
    }
    deflate.finish();
    compressed.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array(), 0, 4);
    chunk("IDAT", compressed.array(), compressed.size());
    chunk("IEND", new byte[0], 0);
  }

  private void chunk(String type, byte[] bytes, int count) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(bytes, 0, count);
    out.write(ByteBuffer.allocate(4).putInt(count).array());
    out.write(name);
    out.write(bytes, 0, count);
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** Shows its buffer, so that a picture is not copied once more. */
  private static final class Compressed extends ByteArrayOutputStream {
    byte[] array() {
      return buf;
    }
  }
}
