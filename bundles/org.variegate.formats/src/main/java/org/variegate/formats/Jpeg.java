package org.variegate.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.variegate.formats.internal.JpegBits;
import org.variegate.formats.internal.JpegPlanes;
import org.variegate.formats.internal.JpegTables;

/**
 * Writes baseline JPEG files (ISO/IEC 10918-1) in the JFIF format with the same bytes on every JDK
 * and platform: those of {@code javax.imageio} depend on the libjpeg that the JDK was linked to.
 * Colours are told as YCbCr (Rec. 601), chroma at half the resolution along both axes.
 */
public final class Jpeg {
  private static final int START = 0xffd8;
  private static final int JFIF = 0xffe0;
  private static final int QUANTIZATION = 0xffdb;
  private static final int FRAME = 0xffc0;
  private static final int HUFFMAN = 0xffc4;
  private static final int SCAN = 0xffda;
  private static final int END = 0xffd9;

  private Jpeg() {}

  /**
   * Writes a picture.
   *
   * @param picture grey or red, green, blue
   * @param quality 1 to 100, on the scale of the Independent JPEG Group's software
   * @param out receives the file, not closed
   * @throws IOException if the output refuses
   * @throws IllegalArgumentException if there is no such quality, or the picture has opacity
   */
  public static void write(Picture picture, int quality, OutputStream out) throws IOException {
    if (!(quality >= 1 && quality <= 100)) {
      throw new IllegalArgumentException("quality: needs 1 to 100, got " + quality);
    }
    if (picture.channels() == 4) {
      throw new IllegalArgumentException("channels: needs 1 or 3, got 4");
    }
    JpegTables[] tables = {JpegTables.luminance(quality), JpegTables.chrominance(quality)};
    header(picture, tables, out);
    JpegBits bits = new JpegBits(out);
    new JpegPlanes(picture.width(), picture.height(), picture.channels(), picture.values())
        .encode(tables, bits);
    bits.finish();
    putShort(out, END);
  }

  private static void header(Picture picture, JpegTables[] tables, OutputStream out)
      throws IOException {
    int count = picture.channels();
    putShort(out, START);
    segment(out, JFIF, "JFIF\0\1\1\0\0\1\0\1\0\0".getBytes(StandardCharsets.ISO_8859_1));
    for (int i = 0; i < (count == 1 ? 1 : 2); i++) {
      segment(out, QUANTIZATION, tables[i].quantization(i));
    }
    segment(out, FRAME, frame(picture));
    for (int i = 0; i < (count == 1 ? 1 : 2); i++) {
      segment(out, HUFFMAN, tables[i].huffman(i));
    }
    ByteBuffer scan = ByteBuffer.allocate(4 + 2 * count).put((byte) count);
    for (int c = 0; c < count; c++) {
      scan.put((byte) (c + 1)).put((byte) (c == 0 ? 0 : 0x11));
    }
    segment(out, SCAN, scan.put((byte) 0).put((byte) 63).put((byte) 0).array());
  }

  private static byte[] frame(Picture picture) {
    int count = picture.channels();
    ByteBuffer frame = ByteBuffer.allocate(6 + 3 * count).put((byte) 8);
    frame.putShort((short) picture.height()).putShort((short) picture.width()).put((byte) count);
    for (int c = 0; c < count; c++) {
      boolean fine = c == 0 && count == 3;
      frame.put((byte) (c + 1)).put((byte) (fine ? 0x22 : 0x11)).put((byte) (c == 0 ? 0 : 1));
    }
    return frame.array();
  }

  private static void segment(OutputStream out, int marker, byte[] bytes) throws IOException {
    putShort(out, marker);
    putShort(out, bytes.length + 2);
    out.write(bytes);
  }

  private static void putShort(OutputStream out, int value) throws IOException {
    out.write(value >> 8);
    out.write(value);
  }
}
