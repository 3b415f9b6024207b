package org.variegate.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.formats.Picture;
import org.variegate.formats.PictureFile;

class PicturesTest {
  private static final Grid GRID = new Grid(2, 1, 1, Affine.IDENTITY);

  private static Raster raster(String unit, float... values) {
    return new Raster(GRID, values.length / 2, unit, values);
  }

  @Test
  void lightGoesThroughTheToneCurve() {
    Picture picture = Pictures.of(raster("linear", 0, 0.5f, 0.25f, 0, 10, 0));
    assertEquals(3, picture.channels());
    assertArrayEquals(new byte[] {0, (byte) 137, -1, (byte) 188, 0, 0}, picture.values());
  }

  @Test
  void photographsAreRounded() {
    Picture picture = Pictures.of(raster("sRGB", -3, 127.5f, 255, 300, 3.4f, 0.6f));
    assertArrayEquals(new byte[] {0, -1, 3, (byte) 128, -1, 1}, picture.values());
  }

  @Test
  void refusesWhatIsNoPicture() {
    assertThrows(IllegalArgumentException.class, () -> Pictures.of(raster("HU", 0, 1)));
    assertThrows(IllegalArgumentException.class, () -> Pictures.of(raster("linear", 0, 1, 2, 3)));
    assertThrows(IllegalArgumentException.class, () -> Pictures.of(raster("linear", 0, Float.NaN)));
    Raster volume = new Raster(Grid.centred(1, 1, 2, 1), 1, "linear", new float[2]);
    assertThrows(IllegalArgumentException.class, () -> Pictures.of(volume));
    OutputStream out = OutputStream.nullOutputStream();
    assertThrows(IllegalArgumentException.class, () -> Depth.millimetres(volume, out));
    assertThrows(IllegalArgumentException.class, () -> Npy.write(volume, out));
    LabelMap labels = LabelMap.of(volume.grid(), labels(1).legend(), new byte[2]);
    assertThrows(IllegalArgumentException.class, () -> Masks.instances(labels, out));
    assertThrows(IllegalArgumentException.class, () -> new ImageFormat("gif", 90));
  }

  private static byte[] write(Sample sample, ImageFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(sample, out);
    return out.toByteArray();
  }

  @Test
  void aStageMayChooseTheQuality() throws IOException {
    Sample sample = new Sample(0, (map, arena) -> null, null);
    Grid grid = new Grid(32, 32, 1, Affine.IDENTITY);
    float[] values = new float[1024];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * i % 97;
    }
    sample.put(Part.IMAGE, new Raster(grid, 1, "sRGB", values));
    byte[] fine = write(sample, ImageFormat.parse("jpeg", 95));
    sample.annotate(ImageFormat.QUALITY, 20);
    byte[] coarse = write(sample, ImageFormat.parse("jpeg", 95));
    assertTrue(coarse.length < fine.length / 2);
    assertArrayEquals(coarse, write(sample, ImageFormat.parse("jpeg", 20)));
    byte[] png = write(sample, ImageFormat.parse("png", 20));
    assertEquals(18 * 18 % 97, PictureFile.read(png, Path.of("x"), 1024).values()[18]);
    assertThrows(IllegalArgumentException.class, () -> ImageFormat.parse("gif", 90));
    assertThrows(IllegalArgumentException.class, () -> ImageFormat.parse("jpeg", 0));
  }

  private static LabelMap labels(int id) {
    Label sky = new Label(0, "sky", "sky", 0, 0);
    Label cat = new Label(id, "cat", "cat", id, 2);
    return LabelMap.of(GRID, new Legend(List.of(sky, cat)), new byte[] {0, 1});
  }

  private static BufferedImage image(ByteArrayOutputStream out) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
  }

  @Test
  void masksHoldNumbers() throws IOException {
    for (int id : new int[] {7, 300}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Masks.instances(labels(id), out);
      assertEquals(id, image(out).getRaster().getSample(1, 0, 0));
      assertEquals(0, image(out).getRaster().getSample(0, 0, 0));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Masks.classes(labels(300), out);
    assertEquals(2, image(out).getRaster().getSample(1, 0, 0));
    assertEquals(Masks.colour(2), image(out).getRGB(1, 0) & 0xffffff);
    assertEquals(0x008000, Masks.colour(2));
    assertEquals(256, new HashSet<>(colours()).size());
  }

  private static List<Integer> colours() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < 256; i++) {
      all.add(Masks.colour(i));
    }
    return all;
  }

  @Test
  void depthIsInMillimetres() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Depth.millimetres(raster("m", 1.2344f, 70), out);
    assertEquals(1234, image(out).getRaster().getSample(0, 0, 0));
    assertEquals(65535, image(out).getRaster().getSample(1, 0, 0));
  }

  @Test
  void arraysAreNumPys() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(raster("m", 1.5f, -2), out);
    byte[] file = out.toByteArray();
    int header = 10 + ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
    assertEquals(0, header % 64);
    String text = new String(file, 10, header - 10, StandardCharsets.US_ASCII);
    assertTrue(text.startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }"));
    assertTrue(text.endsWith(" \n"));
    assertEquals(header + 8, file.length);
    ByteBuffer values = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(-2, values.getFloat(header + 4));
  }

  @Test
  void jsonIsTheSameEverywhere() {
    Map<String, Object> value = new TreeMap<>();
    value.put("a", new double[] {1, 0.1, 2e-3, 1e300});
    value.put("b", List.of(true, "é\\", 7L));
    value.put("c", Map.of("d", 1.5f));
    value.put("e", null);
    assertEquals(
        "{\"a\":[1,0.1,0.002,1.0E300],\"b\":[true,\"é\\\\\",7],\"c\":{\"d\":1.5},\"e\":null}",
        Json.text(value));
    assertEquals(Json.text(value), new String(Json.bytes(value), StandardCharsets.UTF_8));
    assertThrows(IllegalArgumentException.class, () -> Json.bytes(new Object()));
    assertThrows(IllegalArgumentException.class, () -> Json.bytes(new BigDecimal("0.5")));
  }
}
