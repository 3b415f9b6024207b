package org.variegate.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;

class NiftiWriterTest {
  /** A turn of about 37 degrees about an oblique axis, and spacings 1, 2, 3. */
  static final Affine OBLIQUE =
      Affine.of(0.8, -0.96, 1.08, 5, 0.6, 1.28, -1.44, -6, 0, 1.2, 2.4, 7);

  @TempDir Path folder;

  static Raster image(Grid grid, int channels) {
    float[] values = new float[grid.size() * channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 7919 % 1000) / 10f - 20;
    }
    return new Raster(grid, channels, "HU", values);
  }

  private static byte[] bytes(Raster image, ImageType type) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new NiftiWriter(out).image(image, type);
    return out.toByteArray();
  }

  private VolumeFile open(byte[] bytes) throws IOException {
    return VolumeFile.open(VolumeBytes.write(folder, "volume.nii", bytes));
  }

  @Test
  void floatsComeBackAsTheyAre() throws IOException {
    Raster image = image(new Grid(40, 30, 20, OBLIQUE), 1);
    Raster back = open(bytes(image, ImageType.FLOAT32)).image(Orientation.NATIVE, "HU");
    assertArrayEquals(image.values(), back.values());
    for (int i = 0; i < 12; i++) {
      assertEquals(OBLIQUE.get(i / 4, i % 4), back.grid().toWorld().get(i / 4, i % 4), 1e-6);
    }
  }

  @Test
  void qformSaysTheSameAsSform() throws IOException {
    double[][] axes = {
      {1, 1, 1},
      {-1, 1, 1},
      {1, -1, 1},
      {1, 1, -1},
      {-1, -1, 1},
      {-1, 1, -1},
      {1, -1, -1},
      {-1, -1, -1}
    };
    for (double[] s : axes) {
      Affine affine = OBLIQUE.after(Affine.scaling(s[0], s[1], s[2]));
      byte[] bytes = bytes(image(new Grid(4, 3, 2, affine), 1), ImageType.FLOAT32);
      ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      assertEquals(1, header.getShort(252));
      assertEquals(1, header.getShort(254));
      header.putShort(254, (short) 0);
      Affine back = open(bytes).grid(Orientation.NATIVE).toWorld();
      for (int i = 0; i < 12; i++) {
        assertEquals(affine.get(i / 4, i % 4), back.get(i / 4, i % 4), 2e-6);
      }
    }
  }

  @Test
  void shearedGridsHaveNoQform() throws IOException {
    Affine sheared = Affine.of(1, 0.2, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);
    byte[] bytes = bytes(image(new Grid(4, 3, 2, sheared), 1), ImageType.FLOAT32);
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(0, header.getShort(252));
    assertEquals(1, header.getShort(254));
  }

  @ParameterizedTest
  @CsvSource({"INT16, 65535, 2", "UINT8, 255, 1"})
  void scaledValuesAreOffByHalfAStep(ImageType type, double steps, int size) throws IOException {
    Raster image = image(new Grid(40, 30, 20, OBLIQUE), 1);
    byte[] bytes = bytes(image, type);
    assertEquals(352 + 24_000 * size, bytes.length);
    float[] back = open(bytes).image(Orientation.NATIVE, "HU").values();
    double most = 99.9 / steps * 0.5001;
    for (int i = 0; i < back.length; i++) {
      assertEquals(image.values()[i], back[i], most + 1e-5);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0, -3.5f, 1e30f, Float.MIN_VALUE})
  void constantImagesStayConstant(float value) throws IOException {
    float[] values = new float[24];
    Arrays.fill(values, value);
    Raster image = new Raster(new Grid(2, 3, 4, OBLIQUE), 1, "1", values);
    for (ImageType type : ImageType.values()) {
      byte[] bytes = bytes(image, type);
      assertArrayEquals(values, open(bytes).image(Orientation.NATIVE, "1").values());
    }
  }

  @Test
  void refusesToScaleWhatIsNotFinite() {
    float[] values = new float[24];
    values[7] = Float.NaN;
    Raster image = new Raster(new Grid(2, 3, 4, OBLIQUE), 1, "1", values);
    var error = assertThrows(IllegalArgumentException.class, () -> bytes(image, ImageType.UINT8));
    assertEquals("image: needs finite values to scale, got NaN", error.getMessage());
  }

  @Test
  void channelsAreTheFourthAxis() throws IOException {
    byte[] bytes = bytes(image(new Grid(2, 3, 4, OBLIQUE), 5), ImageType.FLOAT32);
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(4, header.getShort(40));
    assertEquals(5, header.getShort(48));
    assertEquals(352 + 4 * 24 * 5, bytes.length);
  }

  @Test
  void refusesLongAxes() {
    Grid grid = Grid.centred(40_000, 1, 1, 1);
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> bytes(image(grid, 1), ImageType.FLOAT32));
    assertEquals(
        "shape: NIfTI-1 needs at most 32767 voxels along each axis, got 40000 x 1 x 1 x 1",
        error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"0, 255, 2", "0, 256, 4", "-1, 5, 4", "-32768, 32767, 4", "0, 32768, 8"})
  void labelsTakeTheSmallestType(int low, int high, int code) throws IOException {
    int[] ids = {0, low, high};
    Legend legend = new Legend(IntStream.range(0, 3).mapToObj(Label::plain).toList());
    byte[] places = new byte[100_000];
    short[] wide = new short[places.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = (byte) (i * 7919 % 3);
      wide[i] = places[i];
    }
    Grid grid = Grid.centred(100, 100, 10, 1);
    byte[] bytes = labels(LabelMap.of(grid, legend, places), ids);
    assertEquals(code, bytes[70]);
    assertArrayEquals(bytes, labels(LabelMap.of(grid, legend, wide), ids));
    float[] back = open(bytes).image(Orientation.NATIVE, "1").values();
    for (int i = 0; i < back.length; i++) {
      assertEquals(ids[places[i]], back[i]);
    }
  }

  private static byte[] labels(LabelMap labels, int[] ids) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new NiftiWriter(out).labels(labels, ids);
    return out.toByteArray();
  }

  @Test
  void refusesTooFewIds() {
    LabelMap labels =
        LabelMap.of(
            Grid.centred(1, 1, 1, 1), new Legend(java.util.List.of(Label.plain(0))), new byte[1]);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new NiftiWriter(OutputStream.nullOutputStream()).labels(labels, new int[2]));
    assertEquals("ids: needs one for each of 1 labels, got 2", error.getMessage());
  }
}
