package org.variegate.randomizer.sky;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.formats.FormatException;

class RadianceFileTest {
  private static final String HEADER = "#?RADIANCE\n# by hand\nFORMAT=32-bit_rle_rgbe\n\n";

  @TempDir Path folder;

  private Path file(String header, int... bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    for (int b : bytes) {
      out.write(b);
    }
    return Files.write(folder.resolve("sky.hdr"), out.toByteArray());
  }

  private static int[] repeat(int times, int... bytes) {
    int[] all = new int[times * bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = bytes[i % bytes.length];
    }
    return all;
  }

  private static int[] join(int[]... parts) {
    return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
  }

  /** Mantissa 128 and exponent 129 make 1.00390625, half a step above 1. */
  @Test
  void plainPixels() throws IOException {
    Path file =
        file(HEADER + "-Y 2 +X 4\n", join(repeat(7, 128, 0, 255, 129), repeat(1, 0, 0, 0, 0)));
    RadiancePicture picture = RadianceFile.read(file, 1024);
    assertEquals(4, picture.width());
    assertEquals(2, picture.height());
    float[] first = Arrays.copyOf(picture.radiance(), 3);
    assertArrayEquals(new float[] {128.5f / 128, 0.5f / 128, 255.5f / 128}, first);
    assertEquals(0, picture.radiance()[23]);
  }

  @Test
  void newRuns() throws IOException {
    int[] row = {2, 2, 0, 8, 136, 128, 3, 1, 2, 3, 133, 9, 136, 0, 136, 129};
    RadiancePicture picture = RadianceFile.read(file(HEADER + "-Y 2 +X 8\n", join(row, row)), 1024);
    assertEquals(128.5f / 128, picture.radiance()[3 * 15]);
    assertEquals(2.5f / 128, picture.radiance()[3 * 1 + 1]);
    assertEquals(9.5f / 128, picture.radiance()[3 * 3 + 1]);
  }

  /** A repeat count of 2 and, in the next byte, 1 x 256. */
  @Test
  void oldRuns() throws IOException {
    int[] row = {128, 0, 0, 129, 1, 1, 1, 2, 1, 1, 1, 1, 64, 0, 0, 129};
    RadiancePicture picture =
        RadianceFile.read(file(HEADER + "-Y 2 +X 260\n", join(row, row)), 1024);
    assertEquals(128.5f / 128, picture.radiance()[3 * 258]);
    assertEquals(64.5f / 128, picture.radiance()[3 * 259]);
    assertEquals(128.5f / 128, picture.radiance()[3 * 260]);
  }

  @Test
  void largeOnesAreReducedByTheMean() throws IOException {
    int[] pixels = join(repeat(5, 0, 0, 0, 129, 255, 0, 0, 129), repeat(10, 100, 0, 0, 129));
    RadiancePicture picture = RadianceFile.read(file(HEADER + "-Y 2 +X 10\n", pixels), 5);
    assertEquals(5, picture.width());
    assertEquals(2, picture.height());
    assertEquals((0.5f + 255.5f) / 2 / 128, picture.radiance()[0], 1e-6);
    assertEquals(100.5f / 128, picture.radiance()[3 * 9], 1e-6);
  }

  @Test
  void highOnesAreReducedToo() throws IOException {
    RadiancePicture picture = new RadiancePicture(4096, 32768, 1024, false);
    assertEquals(128, picture.width());
    assertEquals(1024, picture.height());
  }

  @Test
  void brokenFilesAreRefusedByName() throws IOException {
    refused("needs a Radiance picture, which begins with #?", "PNG\n\n");
    refused(
        "needs FORMAT=32-bit_rle_rgbe, got FORMAT=32-bit_rle_xyze",
        "#?RADIANCE\nFORMAT=32-bit_rle_xyze\n\n-Y 2 +X 4\n");
    refused("needs a size such as -Y 512 +X 1024, got +Y 2 +X 4", HEADER + "+Y 2 +X 4\n");
    refused("needs 4 x 2 to 32768 x 32768 pixels, got 999999 x 2", HEADER + "-Y 2 +X 999999\n");
    refused("needs more bytes, the file is cut off in its header", "#?RADIANCE\nFORMAT");
    refused(
        "needs more bytes, the file is cut off in row 1",
        HEADER + "-Y 2 +X 4\n",
        repeat(7, 1, 2, 3, 4));
    refused("row 0: needs a row of 8 pixels, got 9", HEADER + "-Y 2 +X 8\n", 2, 2, 0, 9);
    refused("row 0: needs runs of 1 to 8, got 9", HEADER + "-Y 2 +X 8\n", 2, 2, 0, 8, 137, 1);
    refused("row 0: needs runs of 1 to 8, got 0", HEADER + "-Y 2 +X 8\n", 2, 2, 0, 8, 0, 1);
    refused(
        "row 0: needs runs of at most 7 pixels", HEADER + "-Y 2 +X 8\n", 9, 9, 9, 9, 1, 1, 1, 200);
    refused("needs a file, got a folder or device", folder);
    refused("no such file", folder.resolve("missing.hdr"));
  }

  private void refused(String problem, String header, int... bytes) throws IOException {
    refused(problem, file(header, bytes));
  }

  private static void refused(String problem, Path file) {
    String message =
        assertThrows(FormatException.class, () -> RadianceFile.read(file, 1024)).getMessage();
    assertEquals(file + ": " + problem, message);
  }

  @Test
  void aLineWithoutEndIsRefused() throws IOException {
    String message =
        assertThrows(
                FormatException.class, () -> RadianceFile.check(file("#?" + "x".repeat(10_000))))
            .getMessage();
    assertTrue(message.endsWith("needs lines of at most 4096 bytes in its header"), message);
  }
}
