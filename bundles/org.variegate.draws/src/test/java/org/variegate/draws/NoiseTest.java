package org.variegate.draws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {
  private static final int N = 1 << 20;

  private static Noise noise(long sample, String name) {
    Draws draws = new SampleDraws(1, sample, new DrawRecord(), Overrides.NONE);
    return draws.child("stage").noise(name);
  }

  private static float[] gaussian(long sample, String name) {
    float[] values = new float[N];
    noise(sample, name).gaussian(values, 0, N, 0);
    return values;
  }

  /** Chi-square over bins of .05 from -5 to 5: false-failure rate 1e-5 for each field. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "b", "c", "d"})
  void gaussianValuesAreNormal(String name) {
    double[] observed = new double[202];
    for (float value : gaussian(0, name)) {
      observed[(int) Math.max(0, Math.min(201, Math.floor(value * 20) + 101))]++;
    }
    double[] expected = new double[202];
    for (int i = 0; i < 202; i++) {
      double below = i == 0 ? 0 : StandardNormal.cumulative((i - 101) / 20.0);
      double above = i == 201 ? 1 : StandardNormal.cumulative((i - 100) / 20.0);
      expected[i] = N * (above - below);
    }
    double p = Statistics.chiSquareProbability(observed, expected);
    assertTrue(p > 1e-5, "p = " + p);
  }

  /** Within 5 standard errors: false-failure rate 6e-7 for each. */
  @Test
  void momentsAndTails() {
    double[] sums = new double[5];
    int beyond = 0;
    for (float value : gaussian(1, "a")) {
      double power = 1;
      for (int k = 1; k <= 4; k++) {
        power *= value;
        sums[k] += power / N;
      }
      beyond += Math.abs(value) > 4 ? 1 : 0;
    }
    double root = Math.sqrt(N);
    assertEquals(0, sums[1], 5 / root);
    assertEquals(1, sums[2], 5 * Math.sqrt(2) / root);
    assertEquals(0, sums[3], 5 * Math.sqrt(15) / root);
    assertEquals(3, sums[4], 5 * Math.sqrt(96) / root);
    double expected = 2 * N * StandardNormal.cumulative(-4);
    assertEquals(expected, beyond, 5 * Math.sqrt(expected));
  }

  /**
   * Lags of a voxel, a row, a slice: within 5 standard errors, false-failure rate 6e-7 for each.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64, 160, 256, 2048, 160 * 160, 256 * 256, N / 2})
  void neighboursAreIndependent(int lag) {
    float[] values = gaussian(2, "a");
    int count = N - lag;
    uncorrelated("lag " + lag, Statistics.correlation(values, 0, values, lag, count), count);
    float[] squares = new float[N];
    for (int i = 0; i < N; i++) {
      squares[i] = (values[i] * values[i] - 1) / (float) Math.sqrt(2);
    }
    uncorrelated("squares " + lag, Statistics.correlation(squares, 0, squares, lag, count), count);
  }

  /** Neighbouring samples, neighbouring names: within 5 standard errors, rate 6e-7 for each. */
  @Test
  void fieldsAreIndependent() {
    float[] first = gaussian(0, "a1");
    for (int k = 1; k <= 8; k++) {
      float[] sample = gaussian(k, "a1");
      float[] name = gaussian(0, "a" + (k + 1));
      uncorrelated("sample " + k, Statistics.correlation(first, 0, sample, 0, N), N);
      uncorrelated("name " + k, Statistics.correlation(first, 0, name, 0, N), N);
      uncorrelated("shifted " + k, Statistics.correlation(first, 0, sample, k, N - k), N - k);
    }
  }

  private static void uncorrelated(String what, double correlation, int count) {
    assertEquals(0, correlation, 5 / Math.sqrt(count), what);
  }

  /** Pairs of neighbours on a board of 8 x 8: false-failure rate 1e-5 for each. */
  @Test
  void uniformValuesAreUniformInPairs() {
    float[] values = new float[N];
    noise(3, "u").uniform(values, 0, N, 0);
    for (int lag : new int[] {1, 160, 25600}) {
      double[] first = new double[N - lag];
      double[] second = new double[N - lag];
      Arrays.setAll(first, i -> values[i]);
      Arrays.setAll(second, i -> values[i + lag]);
      assertTrue(Statistics.pairProbability(first, second) > 1e-5, "lag " + lag);
    }
    for (float value : values) {
      assertTrue(value > 0 && value < 1);
    }
  }

  /** Each of 32 bits is set as often as not, and flips as often as not from index to index. */
  @Test
  void everyBitIsFair() {
    int[] words = new int[N];
    noise(4, "bits").bits(words, 0, N, 0);
    for (int bit = 0; bit < 32; bit++) {
      int set = 0;
      int flipped = 0;
      for (int i = 1; i < N; i++) {
        set += words[i] >>> bit & 1;
        flipped += (words[i] ^ words[i - 1]) >>> bit & 1;
      }
      // 5 standard deviations: false-failure rate 6e-7 for each of 64
      assertEquals(N / 2.0, set, 2.5 * Math.sqrt(N), "bit " + bit);
      assertEquals(N / 2.0, flipped, 2.5 * Math.sqrt(N), "flips of bit " + bit);
    }
  }

  @Test
  void noWordRepeats() {
    int[] words = new int[N];
    noise(5, "bits").bits(words, 0, N, (1L << 32) - N);
    Arrays.sort(words);
    for (int i = 1; i < N; i++) {
      assertTrue(words[i] != words[i - 1], "repeated");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2047, (1L << 32) - 5000, (1L << 32) - 1, 1L << 32, 1L << 60})
  void chunksDoNotMatter(long first) {
    int n = 10_000;
    float[] whole = new float[n];
    noise(6, "a").gaussian(whole, 0, n, first);
    float[] pieces = new float[n + 3];
    Noise field = noise(6, "a");
    for (int from = n, size = 1; from > 0; size = size * 3 % 4099) {
      int count = Math.min(size, from);
      from -= count;
      field.gaussian(pieces, from + 3, count, first + from);
    }
    assertArrayEquals(whole, Arrays.copyOfRange(pieces, 3, n + 3));
  }

  @Test
  void indicesBeyond32BitsDiffer() {
    float[] low = new float[N];
    float[] high = new float[N];
    noise(7, "a").gaussian(low, 0, N, 0);
    noise(7, "a").gaussian(high, 0, N, 1L << 32);
    uncorrelated("2^32 apart", Statistics.correlation(low, 0, high, 0, N), N);
  }

  @Test
  void theSameWordMakesAllKinds() {
    int[] words = new int[9];
    float[] uniform = new float[9];
    noise(8, "a").bits(words, 0, 9, 5);
    noise(8, "a").uniform(uniform, 0, 9, 5);
    for (int i = 0; i < 9; i++) {
      assertEquals(((words[i] >>> 9) + 0.5) / (1 << 23), uniform[i]);
    }
  }

  @Test
  void aDeviationScalesNormalValues() {
    float[] standard = new float[10];
    float[] scaled = {7, 7, 7, 7, 7};
    noise(0, "a").gaussian(standard, 0, 10, 100);
    noise(0, "a").gaussian(scaled, 1, 3, 104, 2.5);
    assertArrayEquals(
        new float[] {7, 2.5f * standard[4], 2.5f * standard[5], 2.5f * standard[6], 7}, scaled);
  }

  /** These bytes may never change: each would change every dataset made so far. */
  @Test
  void golden() throws NoSuchAlgorithmException {
    float[] values = new float[10_000];
    Draws draws = new SampleDraws(2021, 4711, new DrawRecord(), Overrides.NONE);
    draws.child("stage").noise("field").gaussian(values, 0, values.length, (1L << 32) - 5000);
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.array());
    assertEquals(
        "154f322c45b2534a8f086beec2cf8bc40116e3a3d4bf30eaff9bc041738dc183",
        HexFormat.of().formatHex(hash));
  }
}
