package org.variegate.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
  private static final Path NAME = Path.of("x");

  @TempDir Path folder;

  /** Waves, an edge and some noise, as a photograph has them. */
  private static Picture picture(int width, int height, int channels) {
    byte[] values = new byte[width * height * channels];
    for (int i = 0; i < values.length; i++) {
      int x = i / channels % width;
      int y = i / channels / width;
      double wave = StrictMath.sin(0.11 * x + i % channels) * StrictMath.cos(0.07 * y);
      double value = 120 + 70 * wave + (x > 2 * y ? 40 : 0) + ((i * 0x9e3779b9L >>> 13) % 16);
      values[i] = (byte) (int) Math.max(0, Math.min(255, value));
    }
    return new Picture(width, height, channels, values);
  }

  private static byte[] png(Picture picture, int level) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Png(out, level).picture(picture);
    return out.toByteArray();
  }

  private static byte[] jpeg(Picture picture, int quality) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Jpeg.write(picture, quality, out);
    return out.toByteArray();
  }

  private static Picture read(byte[] file) throws FormatException {
    return PictureFile.read(file, NAME, 1 << 20);
  }

  /** Four bands and no word of what they are: inks, by convention. */
  @Test
  void inksAreNotColours() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(image);
      Raster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 8, 4, null);
      writer.write(null, new IIOImage(inks, null, null), null);
    }
    writer.dispose();
    var error = assertThrows(FormatException.class, () -> read(out.toByteArray()));
    assertEquals("x: needs a JPEG of grey or of red, green, blue, got CMYK", error.getMessage());
  }

  @Test
  void pngKeepsEveryValue() throws IOException {
    for (int[] size : new int[][] {{1, 1}, {7, 5}, {37, 29}, {256, 256}}) {
      for (int channels : new int[] {1, 3, 4}) {
        Picture picture = picture(size[0], size[1], channels);
        for (int level : new int[] {1, 6}) {
          Picture again = read(png(picture, level));
          assertEquals(channels, again.channels());
          assertArrayEquals(picture.values(), again.values());
        }
      }
    }
  }

  /** Of 37 x 29 pixels every second one leaves 19, every third 13. */
  @Test
  void ofLargePicturesNotAllPixelsAreRead() throws IOException {
    for (int channels : new int[] {1, 3, 4}) {
      Picture all = picture(37, 29, channels);
      Path file = Files.write(folder.resolve("p.png"), png(all, 1));
      for (int[] enough : new int[][] {{100, 1}, {37, 1}, {19, 1}, {18, 2}, {12, 3}}) {
        Picture some = PictureFile.read(file, 1 << 20, enough[0]);
        int n = enough[1];
        assertEquals((37 + n - 1) / n, some.width());
        assertEquals((29 + n - 1) / n, some.height());
        for (int i = 0; i < some.values().length; i++) {
          int x = i / channels % some.width() * n;
          int y = i / channels / some.width() * n;
          assertEquals(all.values()[(y * 37 + x) * channels + i % channels], some.values()[i]);
        }
      }
    }
    byte[] whole = jpeg(picture(64, 48, 3), 90);
    Path file = Files.write(folder.resolve("p.jpg"), whole);
    Picture some = PictureFile.read(file, 1 << 20, 16);
    assertEquals(16, some.width());
    int at = 3 * (4 * 64 + 8);
    assertArrayEquals(
        Arrays.copyOfRange(read(whole).values(), at, at + 3),
        Arrays.copyOfRange(some.values(), 3 * (16 + 2), 3 * (16 + 2) + 3));
    Files.write(file, Arrays.copyOf(whole, whole.length - 300));
    assertThrows(FormatException.class, () -> PictureFile.read(file, 1 << 20, 16));
  }

  @Test
  void filteredRowsAreSmaller() throws IOException {
    byte[] smooth = new byte[256 * 256];
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] = (byte) (i / 256 / 2 + i % 256 / 3);
    }
    assertTrue(png(new Picture(256, 256, 1, smooth), 1).length < 3000);
  }

  @Test
  void depthKeepsSixteenBits() throws IOException {
    short[] values = {0, 1, 255, 256, -1, 12345};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Png(out, 1).grey16(3, 2, values);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    assertEquals(BufferedImage.TYPE_USHORT_GRAY, image.getType());
    for (int i = 0; i < values.length; i++) {
      assertEquals(values[i] & 0xffff, image.getRaster().getSample(i % 3, i / 3, 0));
    }
  }

  @Test
  void aPaletteShowsNumbersAsColours() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Png(out, 1).palette(2, 2, new byte[] {0, 2, 1, 2}, new int[] {0, 0xff0000, 0x010203});
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    assertEquals(2, image.getRaster().getSample(1, 0, 0));
    assertEquals(0xff0000, image.getRGB(0, 1) & 0xffffff);
    Picture colours = read(out.toByteArray());
    assertArrayEquals(new byte[] {0, 0, 0, 1, 2, 3, -1, 0, 0, 1, 2, 3}, colours.values());
  }

  private static double error(Picture a, Picture b) {
    double sum = 0;
    for (int i = 0; i < a.values().length; i++) {
      double difference = (a.values()[i] & 0xff) - (b.values()[i] & 0xff);
      sum += difference * difference;
    }
    return Math.sqrt(sum / a.values().length);
  }

  private static byte[] platform(Picture picture, int quality) throws IOException {
    boolean grey = picture.channels() == 1;
    int type = grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    BufferedImage image = new BufferedImage(picture.width(), picture.height(), type);
    for (int i = 0; i < picture.width() * picture.height(); i++) {
      for (int c = 0; c < picture.channels(); c++) {
        int value = picture.values()[i * picture.channels() + c] & 0xff;
        image.getRaster().setSample(i % picture.width(), i / picture.width(), c, value);
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality / 100f);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    return out.toByteArray();
  }

  @Test
  void jpegIsAsGoodAndAsSmallAsThePlatforms() throws IOException {
    for (int[] size : new int[][] {{1, 1}, {8, 8}, {17, 33}, {37, 29}, {256, 192}}) {
      for (int channels : new int[] {1, 3}) {
        for (int quality : new int[] {1, 25, 75, 90, 100}) {
          Picture picture = picture(size[0], size[1], channels);
          byte[] ours = jpeg(picture, quality);
          byte[] theirs = platform(picture, quality);
          String what = size[0] + " x " + size[1] + " x " + channels + " at " + quality;
          Picture again = read(ours);
          assertEquals(channels, again.channels(), what);
          double wanted = error(picture, read(theirs));
          assertEquals(wanted, error(picture, again), 0.02 * wanted + 0.3, what);
          assertEquals(theirs.length, ours.length, 0.04 * theirs.length + 20, what);
        }
      }
    }
  }

  @Test
  void theBytesAreTheSameEverywhere() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(jpeg(picture(61, 47, 3), 90));
    digest.update(jpeg(picture(61, 47, 1), 35));
    digest.update(png(picture(61, 47, 3), 1));
    assertEquals(GOLDEN, HexFormat.of().formatHex(digest.digest(), 0, 8));
  }

  private static final String GOLDEN = "ea2287caf24eb6a8";

  @Test
  void extremesStayInRange() throws IOException {
    byte[] values = new byte[64 * 64 * 3];
    for (int i = 0; i < values.length; i++) {
      int x = i / 3 % 64;
      values[i] = (byte) ((0b10011001 >> (x & 7) & 1) * 255);
    }
    Picture bars = new Picture(64, 64, 3, values);
    assertTrue(error(bars, read(jpeg(bars, 100))) < 1);
  }

  @Test
  void refusesWhatJpegCannotHold() {
    Picture picture = picture(2, 2, 3);
    for (int quality : new int[] {0, 101}) {
      var error = assertThrows(IllegalArgumentException.class, () -> jpeg(picture, quality));
      assertEquals("quality: needs 1 to 100, got " + quality, error.getMessage());
    }
    assertThrows(IllegalArgumentException.class, () -> jpeg(picture(2, 2, 4), 90));
    assertThrows(IllegalArgumentException.class, () -> new Picture(2, 2, 3, new byte[11]));
    assertThrows(IllegalArgumentException.class, () -> new Picture(0, 2, 3, new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> new Picture(2, 2, 2, new byte[8]));
  }

  @Test
  void cutFilesAreRefusedInOneLine() throws IOException {
    for (byte[] whole : List.of(jpeg(picture(64, 64, 3), 90), png(picture(64, 64, 3), 1))) {
      for (int length = 0; length < whole.length - 16; length += 1 + length / 7) {
        byte[] cut = Arrays.copyOf(whole, length);
        var error = assertThrows(FormatException.class, () -> read(cut), "of " + length);
        assertTrue(error.getMessage().startsWith("x: "), error.getMessage());
        assertTrue(!error.getMessage().contains("\n"), error.getMessage());
      }
    }
  }

  @Test
  void brokenFilesEndInAnErrorOrAPicture() throws IOException {
    Iterator<byte[]> files =
        List.of(jpeg(picture(32, 32, 3), 90), png(picture(32, 32, 3), 1)).iterator();
    while (files.hasNext()) {
      byte[] file = files.next();
      for (int at = 0; at < file.length; at += 3) {
        byte[] broken = file.clone();
        broken[at] ^= (byte) (1 << at % 8);
        try {
          read(broken);
        } catch (FormatException e) {
          assertTrue(e.getMessage().startsWith("x: ") && !e.getMessage().contains("\n"));
        }
      }
    }
  }

  @Test
  void filesMayBeTooLarge() throws IOException {
    Path file = Files.write(folder.resolve("a.png"), png(picture(20, 30, 1), 1));
    assertEquals(20, PictureFile.read(file, 600).width());
    var error = assertThrows(FormatException.class, () -> PictureFile.read(file, 599));
    assertEquals(file + ": needs at most 599 pixels, got 600", error.getMessage());
  }

  @Test
  void whatIsNoPictureIsRefused() throws IOException {
    Path none = folder.resolve("none.png");
    var missing = assertThrows(FormatException.class, () -> PictureFile.read(none, 1));
    assertEquals(none + ": no such file", missing.getMessage());
    Path text = Files.writeString(folder.resolve("text.png"), "hello");
    var error = assertThrows(FormatException.class, () -> PictureFile.read(text, 1));
    assertEquals(text + ": needs a PNG or JPEG, got something else", error.getMessage());
    assertThrows(FormatException.class, () -> PictureFile.read(folder, 1));
  }

  @Test
  void greyStaysGrey() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(0, 0, 0, 0x8012);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    assertArrayEquals(new byte[] {(byte) 0x80, 0}, read(out.toByteArray()).values());
  }
}
