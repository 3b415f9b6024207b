package org.variegate.formats;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;

class VolumeFileTest {
  @TempDir Path folder;

  private VolumeFile open(byte[] bytes) throws IOException {
    return VolumeFile.open(VolumeBytes.write(folder, "volume", bytes));
  }

  private static Legend legend(int... ids) {
    return new Legend(Arrays.stream(ids).mapToObj(Label::plain).toList());
  }

  private static void put(ByteBuffer out, int code, double value) {
    switch (code) {
      case 2, 256 -> out.put((byte) (long) value);
      case 4, 512 -> out.putShort((short) (long) value);
      case 8, 768 -> out.putInt((int) (long) value);
      case 1024, 1280 ->
          out.putLong(value < 0x1p63 ? (long) value : (long) (value - 0x1p63) | 1L << 63);
      case 16 -> out.putFloat((float) value);
      default -> out.putDouble(value);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 0, 255",
    "256, 1, -128, 127",
    "4, 2, -32768, 32767",
    "512, 2, 0, 65535",
    "8, 4, -2147483648, 2147483647",
    "768, 4, 0, 4294967295",
    "1024, 8, -9223372036854775808, 9223372036854774784",
    "1280, 8, 0, 18446744073709549568",
    "16, 4, -3.25, 1e30",
    "64, 8, -3.25, 1e30"
  })
  void allTypesInBothOrdersAndBothVersions(int code, int size, double low, double high)
      throws IOException {
    for (ByteOrder order : List.of(LITTLE_ENDIAN, BIG_ENDIAN)) {
      ByteBuffer data = ByteBuffer.allocate(24 * size).order(order);
      float[] expected = new float[24];
      for (int i = 0; i < 24; i++) {
        double value = i == 5 ? low : i == 6 ? high : i;
        put(data, code, value);
        expected[i] = (float) value;
      }
      for (VolumeBytes bytes : List.of(VolumeBytes.nifti1(order), VolumeBytes.nifti2(order))) {
        byte[] all = bytes.datatype(code).with(data.array());
        assertArrayEquals(expected, open(all).image(Orientation.RAS, "1").values());
        byte[] gzip = VolumeBytes.gzip(all);
        assertArrayEquals(expected, open(gzip).image(Orientation.NATIVE, "1").values());
      }
    }
  }

  @Test
  void valuesAreScaled() throws IOException {
    byte[] bytes = VolumeBytes.nifti1(LITTLE_ENDIAN).scaling(0.5, -3).with(24);
    float[] values = open(bytes).image(Orientation.RAS, "HU").values();
    assertEquals(-3, values[0]);
    assertEquals(8.5f, values[23]);
    for (double slope : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY}) {
      bytes = VolumeBytes.nifti1(LITTLE_ENDIAN).scaling(slope, -3).with(24);
      assertEquals(23, open(bytes).image(Orientation.RAS, "1").values()[23]);
    }
  }

  @Test
  void voxelsBeginWhereTheHeaderSays() throws IOException {
    byte[] padded = new byte[100 + 24];
    padded[100] = 42;
    byte[] bytes = VolumeBytes.nifti1(LITTLE_ENDIAN).offset(452).with(padded);
    assertEquals(42, open(bytes).image(Orientation.RAS, "1").values()[0]);
  }

  @Test
  void sformComesFirstThenQformThenSpacing() throws IOException {
    VolumeBytes bytes =
        VolumeBytes.nifti1(LITTLE_ENDIAN).sform(2, VolumeBytes.RAS).qform(1, 0, 0, 1, 7, 8, 9);
    assertAffine(bytes, VolumeBytes.RAS);
    // half a turn about z
    assertAffine(bytes.sform(0), -2, 0, 0, 7, 0, -3, 0, 8, 0, 0, 4, 9);
    assertAffine(bytes.pixdim(-1), -2, 0, 0, 7, 0, -3, 0, 8, 0, 0, -4, 9);
    assertAffine(bytes.qform(0), -2, 0, 0, 1, 0, 3, 0, -3, 0, 0, 4, -6);
  }

  @Test
  void lengthsAreInMillimetres() throws IOException {
    VolumeBytes bytes = VolumeBytes.nifti2(LITTLE_ENDIAN).units(3 + 8);
    assertAffine(bytes, Arrays.stream(VolumeBytes.RAS).map(v -> 0.001 * v).toArray());
    double[] metres = Arrays.stream(VolumeBytes.RAS).map(v -> v / 1000).toArray();
    assertAffine(bytes.units(1).sform(1, metres), VolumeBytes.RAS);
    assertAffine(bytes.units(0).sform(1, VolumeBytes.RAS), VolumeBytes.RAS);
  }

  @Test
  void planesHaveOneSlice() throws IOException {
    VolumeBytes plane =
        VolumeBytes.nifti1(LITTLE_ENDIAN).dim(2, 4, 6, 0).pixdim(1, 2, 3, 0).sform(0).qform(0);
    assertEquals(1, open(plane.with(24)).grid(Orientation.RAS).nz());
    assertEquals(1, open(plane.with(24)).grid(Orientation.RAS).spacing(2));
  }

  /** Value = voxel + 24 channel, whichever axis the channels are. */
  @Test
  void channelsAreTheAxisAfterTheThird() throws IOException {
    double[] flipped = VolumeBytes.RAS.clone();
    flipped[0] = -2;
    VolumeBytes series = VolumeBytes.nifti1(LITTLE_ENDIAN).dim(4, 2, 3, 4, 3);
    VolumeBytes vectors = VolumeBytes.nifti2(LITTLE_ENDIAN).dim(5, 2, 3, 4, 1, 3);
    for (byte[] bytes :
        List.of(series.with(72), vectors.with(72), VolumeBytes.mgh(2, 3, 4, 3).array())) {
      Raster image = open(bytes).image(Orientation.NATIVE, "1");
      assertEquals(3, image.channels());
      for (int i = 0; i < 72; i++) {
        assertEquals(i, image.values()[i]);
      }
    }
    Raster image = open(series.sform(1, flipped).with(72)).image(Orientation.RAS, "1");
    for (int i = 0; i < 72; i++) {
      assertEquals(i ^ 1, image.values()[i], "only the first axis is turned");
    }
  }

  private void assertAffine(VolumeBytes bytes, double... rows) throws IOException {
    Affine affine = open(bytes.with(24)).grid(Orientation.NATIVE).toWorld();
    for (int i = 0; i < 12; i++) {
      assertEquals(rows[i], affine.get(i / 4, i % 4), 1e-9, "element " + i);
    }
  }

  @Test
  void mghIsRead() throws IOException {
    ByteBuffer bytes = VolumeBytes.mgh(2, 3, 4, 1);
    VolumeFile file = open(VolumeBytes.gzip(bytes.array()));
    assertEquals(
        Affine.of(-1, 0, 0, 1, 0, 0, 1, -2, 0, -1, 0, 1.5),
        file.grid(Orientation.NATIVE).toWorld());
    assertArrayEquals(IntStream.range(0, 24).toArray(), file.ids());
    bytes.putShort(28, (short) 1);
    float[] fields = {2, 3, 4, 1, 0, 0, 0, 1, 0, 0, 0, 1, 10, 20, 30};
    for (int i = 0; i < fields.length; i++) {
      bytes.putFloat(30 + 4 * i, fields[i]);
    }
    assertEquals(
        Affine.of(2, 0, 0, 8, 0, 3, 0, 15.5, 0, 0, 4, 22),
        open(bytes.array()).grid(Orientation.RAS).toWorld());
  }

  /** All 48 ways to exchange and reverse axes, slightly oblique: values stay where they are. */
  @Test
  void everyOrientationBecomesRas() throws IOException {
    double[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (double[] order : orders) {
      for (int signs = 0; signs < 8; signs++) {
        double[] rows = {0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, 7};
        for (int axis = 0; axis < 3; axis++) {
          double step = (axis + 2) * ((signs >> axis & 1) == 0 ? 1 : -1);
          rows[4 * (int) order[axis] + axis] = step;
          rows[4 * (int) order[(axis + 1) % 3] + axis] = 0.3;
        }
        assertSameWorld(VolumeBytes.nifti1(LITTLE_ENDIAN).sform(1, rows).with(24));
      }
    }
  }

  private void assertSameWorld(byte[] bytes) throws IOException {
    VolumeFile file = open(bytes);
    Grid from = file.grid(Orientation.NATIVE);
    float[] source = file.image(Orientation.NATIVE, "1").values();
    float[] moved = file.image(Orientation.RAS, "1").values();
    Grid to = file.grid(Orientation.RAS);
    for (int axis = 0; axis < 3; axis++) {
      assertTrue(to.toWorld().get(axis, axis) > 0.9 * to.spacing(axis), () -> "not RAS: " + to);
    }
    for (int index = 0; index < source.length; index++) {
      double[] point = {
        index % from.nx(), index / from.nx() % from.ny(), index / (from.nx() * from.ny())
      };
      from.toWorld().apply(point, 1);
      to.toWorld().inverse().apply(point, 1);
      int i = (int) Math.rint(point[0]);
      int j = (int) Math.rint(point[1]);
      int k = (int) Math.rint(point[2]);
      assertEquals(i, point[0], 1e-9);
      assertEquals(source[index], moved[i + to.nx() * (j + to.ny() * k)]);
    }
  }

  @Test
  void labelsBecomePlacesInTheLegend() throws IOException {
    byte[] data = new byte[24];
    data[1] = 41;
    data[2] = 2;
    VolumeFile file = open(VolumeBytes.nifti1(LITTLE_ENDIAN).with(data));
    assertArrayEquals(new int[] {0, 2, 41}, file.ids());
    LabelMap labels = file.labels(legend(0, 2, 41), Orientation.RAS, UnknownLabels.FAIL);
    assertArrayEquals(new byte[] {0, 2, 1, 0}, Arrays.copyOf(labels.bytes(), 4));
    Legend less = legend(0, 2);
    var error =
        assertThrows(
            FormatException.class, () -> file.labels(less, Orientation.RAS, UnknownLabels.FAIL));
    assertEquals(
        file.path() + ": labels: needs ids of the legend, got 41 at voxel (1, 0, 0)",
        error.getMessage());
    labels = file.labels(less, Orientation.RAS, UnknownLabels.BACKGROUND);
    assertArrayEquals(new byte[] {0, 0, 1, 0}, Arrays.copyOf(labels.bytes(), 4));
  }

  @Test
  void idsMayBeNegativeAndLarge() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(96).order(LITTLE_ENDIAN);
    data.putInt(0, -7).putInt(4, 1 << 30);
    VolumeFile file = open(VolumeBytes.nifti1(LITTLE_ENDIAN).datatype(8).with(data.array()));
    assertArrayEquals(new int[] {-7, 0, 1 << 30}, file.ids());
    LabelMap labels = file.labels(legend(0, 1 << 30, -7), Orientation.RAS, UnknownLabels.FAIL);
    assertArrayEquals(new byte[] {2, 1, 0}, Arrays.copyOf(labels.bytes(), 3));
  }

  @Test
  void manyLabelsTakeTwoBytes() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(2 * 300).order(LITTLE_ENDIAN);
    IntStream.range(0, 300).forEach(i -> data.putShort(2 * i, (short) (3 * i)));
    VolumeFile file =
        open(VolumeBytes.nifti1(LITTLE_ENDIAN).dim(3, 300, 1, 1).datatype(4).with(data.array()));
    List<Label> all = new ArrayList<>();
    for (int id : file.ids()) {
      all.add(Label.plain(id));
    }
    LabelMap labels = file.labels(new Legend(all), Orientation.RAS, UnknownLabels.FAIL);
    assertEquals(299, labels.place(299));
  }

  @Test
  void rowsLongerThanABuffer() throws IOException {
    byte[] data = GzipOutputTest.noise(10_000, 100);
    VolumeFile file = open(VolumeBytes.nifti1(LITTLE_ENDIAN).dim(1, 10_000).with(data));
    float[] values = file.image(Orientation.RAS, "1").values();
    assertEquals(data[9_999], values[9_999]);
    assertEquals(data[4_096], values[4_096]);
  }
}
