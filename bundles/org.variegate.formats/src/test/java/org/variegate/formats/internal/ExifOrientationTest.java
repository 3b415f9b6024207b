package org.variegate.formats.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.formats.Jpeg;
import org.variegate.formats.Picture;
import org.variegate.formats.PictureFile;
import org.variegate.formats.Png;

class ExifOrientationTest {
  /** Rows abc, def. */
  private static final Picture STORED = new Picture(3, 2, 1, "abcdef".getBytes());

  @TempDir Path folder;

  /** What Exif calls top-left, top-right, bottom-right, bottom-left, left-top, and so on. */
  @Test
  void turnsAsExifSays() {
    String[] shown = {
      "abcdef", "cbafed", "fedcba", "defabc", "adbecf", "daebfc", "fcebda", "cfbead"
    };
    for (int number = 1; number <= 8; number++) {
      Picture upright = new ExifOrientation(number).upright(STORED);
      assertEquals(number < 5 ? 3 : 2, upright.width(), "width of " + number);
      assertEquals(shown[number - 1], new String(upright.values()), "orientation " + number);
    }
  }

  @Test
  void pixelsStayWhole() {
    Picture colours = new Picture(2, 1, 3, new byte[] {1, 2, 3, 4, 5, 6});
    assertArrayEquals(
        new byte[] {4, 5, 6, 1, 2, 3}, new ExifOrientation(2).upright(colours).values());
  }

  private static byte[] tiff(ByteOrder order, int number) {
    ByteBuffer tiff = ByteBuffer.allocate(38).order(order);
    tiff.put(order == ByteOrder.BIG_ENDIAN ? "MM".getBytes() : "II".getBytes());
    tiff.putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x010f).putShort((short) 2).putInt(1).putInt(0);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) number);
    return tiff.array();
  }

  private static byte[] jpeg(byte[] tiff) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    Jpeg.write(new Picture(16, 8, 1, new byte[128]), 90, plain);
    ByteBuffer file = ByteBuffer.allocate(plain.size() + tiff.length + 10);
    file.put(plain.toByteArray(), 0, 2);
    file.putShort((short) 0xffe1).putShort((short) (tiff.length + 8)).put("Exif\0\0".getBytes());
    file.put(tiff).put(plain.toByteArray(), 2, plain.size() - 2);
    return file.array();
  }

  private static byte[] png(byte[] tiff) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    new Png(plain, 1).picture(new Picture(16, 8, 1, new byte[128]));
    int head = 8 + 25;
    ByteBuffer file = ByteBuffer.allocate(plain.size() + tiff.length + 12);
    file.put(plain.toByteArray(), 0, head);
    file.putInt(tiff.length).put("eXIf".getBytes()).put(tiff).putInt(0);
    file.put(plain.toByteArray(), head, plain.size() - head);
    return file.array();
  }

  @Test
  void filesSayIt() throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      assertEquals(6, ExifOrientation.of(jpeg(tiff(order, 6))).number());
      assertEquals(3, ExifOrientation.of(png(tiff(order, 3))).number());
      assertEquals(1, ExifOrientation.of(jpeg(tiff(order, 9))).number());
    }
  }

  @Test
  void aPictureIsReadUpright() throws IOException {
    Path file = folder.resolve("held.jpg");
    Files.write(file, jpeg(tiff(ByteOrder.BIG_ENDIAN, 6)));
    Picture upright = PictureFile.upright(file, 1 << 20, Picture.LONGEST);
    assertEquals(8, upright.width());
    assertEquals(16, upright.height());
    assertEquals(16, PictureFile.read(file, 1 << 20).width());
  }

  /** Whatever stands there, it is never worse than no word of it. */
  @Test
  void damageIsNoOrientation() throws IOException {
    byte[] whole = jpeg(tiff(ByteOrder.LITTLE_ENDIAN, 8));
    for (int length = 0; length < 60; length++) {
      int number = ExifOrientation.of(Arrays.copyOf(whole, length)).number();
      assertEquals(number == 8 ? 8 : 1, number, "first " + length + " bytes");
    }
    for (int i = 2; i < 60; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= (byte) 0xff;
      int number = ExifOrientation.of(damaged).number();
      assertEquals(number == 8 ? 8 : 1, number, "byte " + i);
    }
    assertEquals(1, ExifOrientation.of(new byte[0]).number());
  }
}
