package org.variegate.randomizer.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class DiceTest {
  @Test
  void numbersAreUniform() {
    double[] values = new double[5000];
    double[] hashes = new double[5000];
    Dice dice = new Dice(7);
    for (int i = 0; i < values.length; i++) {
      values[i] = dice.between(-2, 3);
      hashes[i] = Dice.unit(Dice.hash(1, i % 50, i / 50));
    }
    assertDrawnFrom("uniform(-2, 3)", values);
    assertDrawnFrom("uniform(0, 1)", hashes);
  }

  /** First numbers of neighbouring seeds, too: chi-square of 16 x 16 pairs, 255 degrees. */
  @Test
  void neighboursAreIndependent() {
    int[] pairs = new int[256];
    int count = 25600;
    for (int seed = 0; seed < count; seed++) {
      int a = new Dice(seed).whole(0, 15);
      int b = new Dice(seed + 1).whole(0, 15);
      pairs[16 * a + b]++;
    }
    assertTrue(chiSquare(pairs, 100) < 376, "one failure in 10^6: " + chiSquare(pairs, 100));
  }

  static double chiSquare(int[] counts, double expected) {
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }

  /** Half of the 32 bits change with any one of the seed: 16 with a deviation of 2.83. */
  @Test
  void everyBitMatters() {
    for (int bit = 0; bit < 32; bit++) {
      double changed = 0;
      for (int i = 0; i < 1000; i++) {
        changed += Integer.bitCount(Dice.mix(i * 77) ^ Dice.mix(i * 77 ^ 1 << bit));
      }
      assertEquals(16, changed / 1000, 6 * 2.83 / Math.sqrt(1000), "bit " + bit);
    }
  }

  @Test
  void chancesAreProbabilities() {
    Dice dice = new Dice(3);
    int[] counts = new int[2];
    for (int i = 0; i < 10000; i++) {
      counts[dice.chance(0.3f) ? 1 : 0]++;
    }
    assertEquals(3000, counts[1], 5 * Math.sqrt(2100), "one failure in 10^6");
  }

  @Test
  void huesAreThoseOfHsb() {
    for (int hue = 0; hue < 24; hue++) {
      for (float saturation : new float[] {0, 0.3f, 1}) {
        int expected = Color.HSBtoRGB(hue / 24f, saturation, 0.8f) & 0xffffff;
        int got = Kit.hsv(hue / 24f, saturation, 0.8f);
        for (int shift = 0; shift < 24; shift += 8) {
          assertEquals(expected >> shift & 255, got >> shift & 255, 1, hue + " " + saturation);
        }
      }
    }
  }

  @Test
  void coloursBlend() {
    assertEquals(0x204060, Kit.blend(0x204060, 0xffffff, 0));
    assertEquals(0xffffff, Kit.blend(0x204060, 0xffffff, 1));
    assertEquals(0x907080, Kit.blend(0x204060, 0xffa0a0, 0.5f));
    assertEquals(0x102030, Kit.shade(0x204060, 0.5));
    assertEquals(0xffffff, Kit.shade(0x204060, 2.5));
    assertEquals(0x204060, Kit.shade(0x204060, 1));
  }

  @Test
  void rampsAreExactAtTheirColours() {
    Field level = Field.of(0.5f);
    byte[] texels = Paint.ramp(level, 0x000000, 0x1080f0, 0xffffff).texels();
    assertEquals(0x10, texels[0]);
    assertEquals(0x80, texels[1] & 255);
    assertEquals(0xf0, texels[2] & 255);
    texels = Paint.ramp(Field.of(-3), 0x123456, 0xffffff).texels();
    assertEquals(0x34, texels[1]);
    texels = Paint.ramp(Field.of(7), 0x123456, 0xfedcba).texels();
    assertEquals(0xdc, texels[1] & 255);
    texels = Paint.of(0x8899aa).shade(level, 3).texels();
    assertEquals(0x88, texels[0] & 255, "a middling field changes nothing");
  }

  /** As many texels of each colour: of a ramp from left to right exactly. */
  @Test
  void picksAreEquallyLikely() {
    byte[] texels = Paint.pick(new Kit(1).u(), 0, 0x10000, 0x20000, 0x30000).texels();
    int[] counts = new int[4];
    for (int i = 0; i < texels.length; i += 3) {
      counts[texels[i]]++;
    }
    assertEquals(0, chiSquare(counts, Field.N * Field.N / 4.0));
  }
}
