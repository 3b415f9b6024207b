package org.variegate.randomizer.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.randomizer.texture.Field.N;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final String COLOURS =
      "4a7f7f626b3b53db68103753a15b0467b6d2472a0a97212792d74ee02a1e3249";

  @Test
  void namesAreUniqueAndThereAreEnough() {
    Set<String> names = new HashSet<>();
    for (Pattern pattern : Catalog.ALL) {
      assertTrue(names.add(pattern.name()), pattern.name());
      assertTrue(pattern.name().matches("[a-z]+(-[a-z]+)*"), pattern.name());
    }
    assertTrue(names.size() >= 74, names.size() + " materials");
    assertFalse(Catalog.ALL.stream().anyMatch(p -> names.contains(p.family())));
  }

  @Test
  void familiesAndMaterialsCanBeNamed() {
    assertEquals(Catalog.ALL, Catalog.of());
    assertEquals("sand", Catalog.of("sand").get(0).name());
    assertTrue(Catalog.of("rock", "sand").size() > 10);
    String message =
        assertThrows(IllegalArgumentException.class, () -> Catalog.of("garnite")).getMessage();
    assertTrue(message.endsWith("got 'garnite'; did you mean 'granite'?"), message);
  }

  /**
   * Every value a number in range, no variant like the next, no material of one colour, and all
   * colours the same on every machine.
   */
  @Test
  void surfacesMakeSense() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Pattern pattern : Catalog.ALL) {
      Surface one = pattern.surface().apply(new Kit(1));
      byte[] texels = one.paint().texels();
      byte[] others = pattern.surface().apply(new Kit(2)).paint().texels();
      assertNotEquals(ByteBuffer.wrap(texels), ByteBuffer.wrap(others), pattern.name());
      finite(pattern.name(), one.paint().red());
      finite(pattern.name(), one.height());
      finite(pattern.name(), one.roughness());
      finite(pattern.name(), one.metal());
      assertTrue(one.finish() >= 0 && one.finish() <= 1, pattern.name());
      assertTrue(one.depth() >= 0 && one.depth() < pattern.size() / 3, pattern.name());
      assertTrue(deviation(texels) > 0.5, pattern.name() + " is of one colour");
      digest.update(texels);
    }
    assertEquals(COLOURS, HexFormat.of().formatHex(digest.digest()));
  }

  private static void finite(String name, Field field) {
    if (field != null) {
      for (float value : field.values) {
        assertTrue(Float.isFinite(value), name);
      }
    }
  }

  private static double deviation(byte[] texels) {
    double sum = 0;
    double squares = 0;
    for (byte texel : texels) {
      sum += texel & 255;
      squares += (texel & 255) * (texel & 255);
    }
    double mean = sum / texels.length;
    return Math.sqrt(squares / texels.length - mean * mean);
  }

  /** Steps over the border are as large as those inside, on the mean. */
  @Test
  void texturesRepeatWithoutASeam() {
    for (Pattern pattern : Catalog.ALL) {
      byte[] texels = pattern.surface().apply(new Kit(3)).paint().texels();
      double seam = step(texels, N - 1, 0) + step(texels, 0, N - 1);
      double inside = 0;
      for (int k = 0; k < N - 1; k++) {
        inside += (step(texels, k, k + 1) + step(texels, k + 1, k)) / (N - 1);
      }
      double worst = 0;
      for (int k = 0; k < N - 1; k++) {
        worst = Math.max(worst, step(texels, k, k + 1) + step(texels, k + 1, k));
      }
      assertTrue(
          seam <= Math.max(1.6 * worst, 2 * inside + 4),
          pattern.name() + ": " + seam + " " + inside);
    }
  }

  /** Mean difference of columns a and b if a < b, else of rows. */
  private static double step(byte[] texels, int a, int b) {
    double sum = 0;
    boolean columns = a < b == (Math.abs(a - b) == 1);
    for (int k = 0; k < N; k++) {
      int i = columns ? k * N + a : a * N + k;
      int j = columns ? k * N + b : b * N + k;
      sum += Math.abs((texels[3 * i] & 255) - (texels[3 * j] & 255));
    }
    return sum / N;
  }

  @Test
  void bytesAreThoseOfEveryPlatform() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Pattern pattern : Catalog.ALL) {
      digest.update(pattern.surface().apply(new Kit(4)).paint().texels());
    }
    assertEquals(
        "4a5a75617b9d38fb03c9eaed1828f7d3adf45ebdd66feaa41937ab4b06292fe7",
        HexFormat.of().formatHex(digest.digest()));
  }
}
