package org.variegate.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
  @TempDir Path folder;

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Tar tar = new Tar(bytes)) {
      tar.add("000001.txt", 5, out -> out.write("hello".getBytes(StandardCharsets.US_ASCII)));
      tar.add("b".repeat(100), 512, out -> out.write(new byte[512]));
      tar.add("empty", 0, out -> {});
    }
    return bytes.toByteArray();
  }

  @Test
  void headersAreThoseOfUstar() throws IOException {
    byte[] bytes = archive();
    assertEquals(512 * (2 + 2 + 1 + 2), bytes.length);
    String header = new String(bytes, 0, 512, StandardCharsets.US_ASCII);
    assertEquals("000001.txt", header.substring(0, 10));
    assertEquals("0000644", header.substring(100, 107));
    assertEquals("0000000", header.substring(116, 123));
    assertEquals("00000000005", header.substring(124, 135));
    assertEquals("00000000000", header.substring(136, 147));
    assertEquals("ustar\00000", header.substring(257, 265));
    int sum = 8 * ' ';
    for (int i = 0; i < 512; i++) {
      sum += i >= 148 && i < 156 ? 0 : bytes[i];
    }
    assertEquals(sum, Integer.parseInt(header.substring(148, 154), 8));
    assertArrayEquals(new byte[1024], Arrays.copyOfRange(bytes, bytes.length - 1024, bytes.length));
  }

  @Test
  void refusesWhatDoesNotFit() {
    Tar tar = new Tar(OutputStream.nullOutputStream());
    assertThrows(IllegalArgumentException.class, () -> tar.add("a".repeat(101), 0, out -> {}));
    assertThrows(IllegalArgumentException.class, () -> tar.add("", 0, out -> {}));
    assertThrows(IllegalArgumentException.class, () -> tar.add("a", 1L << 33, out -> {}));
  }

  @Test
  void theSystemsTarReadsIt() throws Exception {
    Path file = Files.write(folder.resolve("x.tar"), archive());
    Process process;
    try {
      process = new ProcessBuilder("tar", "tvf", file.toString()).start();
    } catch (IOException e) {
      Assumptions.abort("there is no tar");
      return;
    }
    String listing = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(10, TimeUnit.SECONDS);
    assertEquals(0, process.exitValue());
    assertEquals(3, listing.lines().count());
  }
}
