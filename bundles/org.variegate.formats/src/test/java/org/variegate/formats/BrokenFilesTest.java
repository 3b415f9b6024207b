package org.variegate.formats;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each lie of a header and each damage gives one line that begins with the file. */
class BrokenFilesTest {
  @TempDir Path folder;

  private static VolumeBytes good() {
    return VolumeBytes.nifti1(LITTLE_ENDIAN);
  }

  private static VolumeBytes second() {
    return VolumeBytes.nifti2(BIG_ENDIAN);
  }

  private static byte[] magic(String magic) {
    byte[] bytes = good().with(24);
    for (int i = 0; i < 3; i++) {
      bytes[344 + i] = (byte) magic.charAt(i);
    }
    return bytes;
  }

  private static double[] changed(int at, double value) {
    double[] rows = VolumeBytes.RAS.clone();
    rows[at] = value;
    return rows;
  }

  static Stream<Arguments> headers() {
    double nan = Double.NaN;
    return Stream.of(
        lie("empty", new byte[0], "needs a volume, got an empty file"),
        lie(
            "text",
            "hello, world".getBytes(),
            "magic: needs a NIfTI or MGH file, got something else"),
        lie(
            "short header",
            Arrays.copyOf(good().with(24), 200),
            "header: needs 348 bytes, got 200"),
        lie("wrong magic", magic("xy\0"), "magic: needs n+1, got 'xy?'"),
        lie(
            "pair",
            magic("ni1"),
            "magic: needs header and voxels in one file, got half of a .hdr and .img pair"),
        lie(
            "cut off",
            good().with(20),
            "size: needs 376 bytes for 2 x 3 x 4 voxels of 2.000 x 3.000 x 4.000 mm, got 372"),
        lie("no axis", good().dim(0).with(24), "dim: needs 1 to 7 axes, got 0"),
        lie("eight axes", good().dim(8).with(24), "dim: needs 1 to 7 axes, got 8"),
        lie(
            "empty axis",
            good().dim(3, 2, 0, 4).with(24),
            "dim: needs at least one voxel along each axis, got 2 x 0 x 4"),
        lie(
            "negative axis",
            second().dim(3, 2, 3, -4).with(24),
            "dim: needs at least one voxel along each axis, got 2 x 3 x -4"),
        lie(
            "a series of vectors",
            good().dim(5, 2, 3, 2, 2, 3).with(72),
            "dim: needs one axis of channels after the third, got 2 and 3 along axis 5"),
        lie(
            "channels cut off",
            good().dim(4, 2, 3, 4, 2).with(47),
            "size: needs 400 bytes for 2 x 3 x 4 voxels of 2.000 x 3.000 x 4.000 mm in 2 channels,"
                + " got 399"),
        lie(
            "too many channels",
            second().dim(5, 2, 3, 4, 1, 1L << 33).with(24),
            "dim: needs fewer than 2^31 voxels, got 2 x 3 x 4 in 8589934592 channels"),
        lie(
            "too many voxels",
            good().dim(3, 2048, 2048, 2048).with(24),
            "dim: needs fewer than 2^31 voxels, got 2048 x 2048 x 2048"),
        lie(
            "overflowing axes",
            second().dim(3, 1L << 62, 4, 1).with(24),
            "dim: needs fewer than 2^31 voxels, got 4611686018427387904 x 4 x 1"),
        lie(
            "complex",
            good().datatype(32).with(200),
            "datatype: needs an integer, float32 or float64, got code 32"),
        lie(
            "NaN affine",
            good().sform(1, changed(5, nan)).with(24),
            "affine: needs 12 finite numbers, got [2.0, 0.0, 0.0, -10.0, 0.0, NaN, 0.0, 20.0, 0.0,"
                + " 0.0, 4.0, 30.0]"),
        lie(
            "singular affine",
            good().sform(1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0).with(24),
            "affine: needs an invertible matrix, got [1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0,"
                + " 0.0, 1.0, 0.0]"),
        lie(
            "zero column",
            good().sform(1, changed(5, 0)).with(24),
            "spacing: needs 0.0001 to 1000 mm along each axis, got 0.0"),
        lie(
            "absurd spacing",
            good().sform(1, changed(0, 1e6)).with(24),
            "spacing: needs 0.0001 to 1000 mm along each axis, got 1000000.0"),
        lie(
            "a world away",
            good().sform(1, changed(7, -1e30)).with(24),
            "offset: needs at most 1000000 mm along each axis, got -1.0E30"),
        lie(
            "metres that are millimetres",
            good().units(1).with(24),
            "spacing: needs 0.0001 to 1000 mm along each axis, got 2000.0"),
        lie(
            "unknown unit",
            good().units(5).with(24),
            "xyzt_units: needs metres, millimetres or micrometres, got code 5"),
        lie(
            "negative spacing",
            good().sform(0, VolumeBytes.RAS).pixdim(1, 2, -3, 4).with(24),
            "pixdim: needs spacings above 0, got -3.0"),
        lie(
            "zero spacing",
            good().sform(0).qform(1, 0, 0, 0, 1, 2, 3).pixdim(1, 0, 3, 4).with(24),
            "pixdim: needs spacings above 0, got 0.0"),
        lie(
            "NaN spacing",
            second().sform(0).pixdim(1, 2, 3, nan).with(24),
            "pixdim: needs spacings above 0, got NaN"),
        lie(
            "long quaternion",
            good().sform(0).qform(1, 1, 1, 1, 0, 0, 0).with(24),
            "quatern: needs a length of at most 1, got 1.7320508"),
        lie(
            "NaN quaternion",
            good().sform(0).qform(1, nan, 0, 0, 0, 0, 0).with(24),
            "quatern: needs a length of at most 1, got NaN"),
        lie(
            "early voxels",
            good().offset(348).with(24),
            "vox_offset: needs a whole number of at least 352, got 348.0"),
        lie(
            "voxels at NaN",
            good().offset(nan).with(24),
            "vox_offset: needs a whole number of at least 352, got NaN"),
        lie(
            "slope without intercept",
            good().scaling(2, nan).with(24),
            "scl_inter: needs a finite number, got NaN"),
        lie(
            "MGH of nothing",
            VolumeBytes.mgh(2, 3, 4, 0).array(),
            "nframes: needs at least 1, got 0"),
        lie(
            "MGH tensor",
            VolumeBytes.mgh(2, 3, 4, 1).putInt(20, 2).array(),
            "type: needs 0, 1, 3, 4 or 10 (integers or float32), got 2"),
        lie(
            "MGH spacing",
            VolumeBytes.mgh(2, 3, 4, 1).putShort(28, (short) 1).array(),
            "spacing: needs values above 0, got 0.0"),
        lie(
            "MGH cut off",
            Arrays.copyOf(VolumeBytes.mgh(2, 3, 4, 1).array(), 100),
            "header: needs 284 bytes, got 100"));
  }

  private static Arguments lie(String name, byte[] bytes, String message) {
    return Arguments.of(name, bytes, message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("headers")
  void headerIsRefused(String name, byte[] bytes, String message) throws IOException {
    Path file = VolumeBytes.write(folder, "broken.nii", bytes);
    var error = assertThrows(FormatException.class, () -> VolumeFile.open(file));
    assertEquals(file + ": " + message, error.getMessage());
  }

  @Test
  void missingFileAndFolder() {
    Path missing = folder.resolve("none.nii");
    var error = assertThrows(FormatException.class, () -> VolumeFile.open(missing));
    assertEquals(missing + ": no such file", error.getMessage());
    error = assertThrows(FormatException.class, () -> VolumeFile.open(folder));
    assertEquals(folder + ": needs a file, got a folder", error.getMessage());
  }

  @Test
  void labelsOfSeveralChannels() throws IOException {
    Path file = VolumeBytes.write(folder, "two.nii", good().dim(4, 2, 3, 4, 2).with(48));
    var error = assertThrows(FormatException.class, () -> VolumeFile.open(file).ids());
    assertEquals(file + ": labels: needs one channel, got 2", error.getMessage());
  }

  @Test
  void gzipThatCannotHoldItsVoxels() throws IOException {
    byte[] bytes = VolumeBytes.gzip(good().dim(3, 1000, 1000, 1000).with(1000));
    Path file = VolumeBytes.write(folder, "bomb.nii.gz", bytes);
    var error = assertThrows(FormatException.class, () -> VolumeFile.open(file));
    assertEquals(
        file
            + ": size: needs 1000000352 bytes for 1000 x 1000 x 1000 voxels of 2.000 x 3.000 x 4.000 mm, got "
            + bytes.length
            + " in gzip, which cannot hold that many",
        error.getMessage());
  }

  @Test
  void gzipCutOffAtAnyByte() throws IOException {
    byte[] whole = VolumeBytes.gzip(good().with(GzipOutputTest.noise(24, 256)));
    for (int length = 2; length < whole.length; length++) {
      Path file = VolumeBytes.write(folder, "cut.nii.gz", Arrays.copyOf(whole, length));
      var error = assertThrows(FormatException.class, () -> VolumeFile.open(file).ids());
      assertEquals(file + ": needs more bytes, the file is cut off", error.getMessage());
    }
  }

  @Test
  void gzipWithAFlippedBit() throws IOException {
    byte[] bytes = VolumeBytes.gzip(good().with(24));
    bytes[bytes.length - 8] ^= 1;
    Path file = VolumeBytes.write(folder, "flipped.nii.gz", bytes);
    var error = assertThrows(FormatException.class, () -> VolumeFile.open(file).ids());
    assertEquals(
        file + ": gzip: needs undamaged data, got: Corrupt GZIP trailer", error.getMessage());
  }

  @Test
  void whatFollowsTheVoxelsIsIgnored() throws IOException {
    byte[] longer = good().with(40);
    Path plain = VolumeBytes.write(folder, "longer.nii", longer);
    byte[] gzip = VolumeBytes.gzip(longer);
    byte[] garbage = Arrays.copyOf(gzip, gzip.length + 100);
    Path compressed = VolumeBytes.write(folder, "longer.nii.gz", garbage);
    int[] expected = IntStream.range(0, 24).toArray();
    assertArrayEquals(expected, VolumeFile.open(plain).ids());
    assertArrayEquals(expected, VolumeFile.open(compressed).ids());
  }

  @Test
  void labelsThatAreNotWhole() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(96).order(LITTLE_ENDIAN);
    for (int i = 0; i < 24; i++) {
      data.putFloat(4 * i, i == 9 ? 0.5f : i);
    }
    Path file = VolumeBytes.write(folder, "half.nii", good().datatype(16).with(data.array()));
    var error = assertThrows(FormatException.class, () -> VolumeFile.open(file).ids());
    assertEquals(
        file + ": labels: needs whole numbers of 32 bits, got 0.5 at voxel (1, 1, 1)",
        error.getMessage());
  }

  @Test
  void fileThatChangesAfterItsCheck() throws IOException {
    Path file = VolumeBytes.write(folder, "changing.nii", good().with(24));
    VolumeFile volume = VolumeFile.open(file);
    Files.write(file, good().dim(3, 4, 3, 2).with(24));
    var error = assertThrows(FormatException.class, volume::ids);
    assertEquals(file + ": header: has changed since it was checked", error.getMessage());
  }
}
