package org.variegate.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipOutputTest {

  /** Bytes of a linear congruential generator (Knuth), so that hashes can stand here. */
  static byte[] noise(int count, int values) {
    byte[] bytes = new byte[count];
    long state = 1;
    for (int i = 0; i < count; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      bytes[i] = (byte) ((state >>> 33) % values);
    }
    return bytes;
  }

  private static Map<String, byte[]> inputs() {
    Map<String, byte[]> inputs = new TreeMap<>();
    for (int length : new int[] {0, 1, 2, 3, 4, 5, 32767, 32768, 32769, 65536, 100_000}) {
      inputs.put("noise " + length, noise(length, 256));
      inputs.put("zeros " + length, new byte[length]);
      inputs.put("few values " + length, noise(length, 3));
    }
    ByteBuffer repeated = ByteBuffer.allocate(200_000);
    byte[] phrase = noise(32768, 256);
    while (repeated.remaining() >= phrase.length) {
      repeated.put(phrase);
    }
    inputs.put("repeated after a whole window", repeated.array());
    inputs.put("skewed", skewed());
    return inputs;
  }

  /** Byte frequencies that follow Fibonacci's numbers make the deepest codes. */
  private static byte[] skewed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[] fibonacci = {1, 1};
    for (int value = 0; value < 22; value++) {
      for (int i = 0; i < fibonacci[0]; i++) {
        out.write(value * 7);
      }
      fibonacci = new int[] {fibonacci[1], fibonacci[0] + fibonacci[1]};
    }
    byte[] sorted = out.toByteArray();
    byte[] mixed = new byte[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      mixed[(int) (i * 7919L % sorted.length)] = sorted[i];
    }
    return mixed;
  }

  private static byte[] compress(byte[] bytes, int level, int chunk) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GzipOutput gzip = new GzipOutput(out, level)) {
      for (int from = 0; from < bytes.length; from += chunk) {
        gzip.write(bytes, from, Math.min(chunk, bytes.length - from));
      }
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6, 9})
  void whatGoesInComesOut(int level) throws IOException {
    for (Map.Entry<String, byte[]> input : inputs().entrySet()) {
      byte[] compressed = compress(input.getValue(), level, 1 << 16);
      byte[] back = new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
      assertArrayEquals(input.getValue(), back, input.getKey());
      assertTrue(
          compressed.length <= input.getValue().length + 18 + 5 * 5,
          () -> input.getKey() + " grew to " + compressed.length);
    }
  }

  @Test
  void bytesDoNotDependOnHowTheyAreWritten() throws IOException {
    byte[] bytes = noise(100_000, 5);
    assertArrayEquals(compress(bytes, 1, 1 << 20), compress(bytes, 1, 777));
  }

  @Test
  void bytesAreTheSameEverywhere() throws Exception {
    byte[] bytes = noise(100_000, 17);
    System.arraycopy(new byte[30_000], 0, bytes, 20_000, 30_000);
    assertEquals("e1ab7e37304efd7c", sha256(compress(bytes, 1, 1 << 16)));
    assertEquals("fa597900621fc5b1", sha256(compress(bytes, 6, 1 << 16)));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
  }

  @Test
  void headerKnowsNoTimeAndNoSystem() throws IOException {
    byte[] header = Arrays.copyOf(compress(new byte[9], 1, 9), 10);
    assertEquals("1f8b08000000000000ff", HexFormat.of().formatHex(header));
  }

  @Test
  void repetitionsAreFound() throws IOException {
    byte[] phrases = new byte[60_000];
    byte[] phrase = noise(6000, 256);
    for (int i = 0; i < 10; i++) {
      System.arraycopy(phrase, 0, phrases, i * 6000, 6000);
    }
    assertTrue(compress(phrases, 1, 1 << 16).length < 9000);
    assertTrue(compress(new byte[1_000_000], 1, 1 << 16).length < 2000);
    byte[] text = noise(100_000, 3);
    assertTrue(compress(text, 9, 1 << 16).length < compress(text, 1, 1 << 16).length);
  }

  @Test
  void refusesOtherLevels() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> new GzipOutput(new ByteArrayOutputStream(), 0));
    assertEquals("level: needs 1 to 9, got 0", error.getMessage());
  }

  @Test
  void refusesBytesAfterItsEnd() throws IOException {
    GzipOutput gzip = new GzipOutput(new ByteArrayOutputStream(), 1);
    gzip.close();
    gzip.close();
    assertThrows(IOException.class, () -> gzip.write(1));
  }
}
