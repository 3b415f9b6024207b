package org.variegate.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverNoiseTest {
  private static final int N = 200_000;

  private static float[] noisy(String law, int coils, double sigma, double signal) {
    float[] values = new float[N];
    Arrays.fill(values, (float) signal);
    noise(law, coils, sigma).apply(values, 0, N, 0);
    return values;
  }

  private static ReceiverNoise noise(String law, int coils, double sigma) {
    int components = ReceiverNoise.components(law, coils);
    return new ReceiverNoise(sigma, components, Fixtures.noise("receiver"));
  }

  /**
   * Mean and variance, at 5 standard errors: both fail falsely at most once in 1e6 other seeds. The
   * fourth moment of these laws is at most 3 variances squared.
   */
  private static void assertMoments(double mean, double variance, float[] values) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (value - mean) * (value - mean);
    }
    assertEquals(mean, sum / N, 5 * Math.sqrt(variance / N));
    assertEquals(variance, squares / N, 5 * variance * Math.sqrt(2.5 / N));
  }

  @Test
  void gaussianNoiseHasItsMoments() {
    assertMoments(-30, 49, noisy("gaussian", 1, 7, -30));
  }

  /** Rice 1945: mean sigma sqrt(pi / 2) L(-A^2 / (2 sigma^2)), second moment A^2 + 2 sigma^2. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 3, 6, 20, 60})
  void ricianNoiseHasItsMoments(double signal) {
    double sigma = 6;
    double x = signal * signal / (2 * sigma * sigma);
    double laguerre = (1 + x) * scaledBessel(0, x / 2) + x * scaledBessel(1, x / 2);
    double mean = sigma * Math.sqrt(Math.PI / 2) * laguerre;
    double second = signal * signal + 2 * sigma * sigma;
    assertMoments(mean, second - mean * mean, noisy("rician", 1, sigma, signal));
  }

  /** exp(-x) I(x), the modified Bessel function of the first kind, by its power series. */
  private static double scaledBessel(int order, double x) {
    double term = Math.exp(-x) * (order == 0 ? 1 : x / 2);
    double sum = 0;
    for (int k = 1; k < 300; k++) {
      sum += term;
      term *= x * x / 4 / (k * (k + order));
    }
    return sum;
  }

  /** Without signal: mean sigma sqrt 2 G(n + 1/2) / G(n), second moment 2 n sigma^2. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 32})
  void chiNoiseHasItsMomentsInAir(int coils) {
    double sigma = 4;
    double gammas = Math.sqrt(Math.PI) / 2;
    for (int n = 1; n < coils; n++) {
      gammas *= (n + 0.5) / n;
    }
    double mean = sigma * Math.sqrt(2) * gammas;
    double second = 2 * coils * sigma * sigma;
    assertMoments(mean, second - mean * mean, noisy("noncentral-chi", coils, sigma, 0));
  }

  /** With signal: of the square, mean A^2 + 2 n sigma^2, variance 4 sigma^2 A^2 + 4 n sigma^4. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 32})
  void chiNoiseHasItsMomentsInTissue(int coils) {
    double sigma = 4;
    double signal = 15;
    double sum = 0;
    for (float value : noisy("noncentral-chi", coils, sigma, signal)) {
      sum += (double) value * value;
    }
    double variance = 4 * sigma * sigma * (signal * signal + coils * sigma * sigma);
    double mean = signal * signal + 2 * coils * sigma * sigma;
    assertEquals(mean, sum / N, 5 * Math.sqrt(variance / N));
  }

  @Test
  void oneCoilIsRician() {
    assertArrayEquals(noisy("rician", 7, 5, 9), noisy("noncentral-chi", 1, 5, 9));
  }

  @Test
  void aVoxelsNoiseIsItsOwnWhateverElseIsAskedFor() {
    float[] whole = noisy("noncentral-chi", 2, 3, 1);
    float[] part = new float[5000];
    Arrays.fill(part, 1);
    noise("noncentral-chi", 2, 3).apply(part, 10, 4990, 777);
    assertArrayEquals(
        Arrays.copyOfRange(whole, 777, 777 + 4990), Arrays.copyOfRange(part, 10, 5000));
    assertEquals(1, part[9]);
  }

  @ParameterizedTest
  @CsvSource({
    "poisson, 1, 'law: needs gaussian, rician or noncentral-chi, got poisson'",
    "rician, 0, 'coils: needs 1 to 64, got 0'",
    "noncentral-chi, 65, 'coils: needs 1 to 64, got 65'"
  })
  void otherLawsAreRefused(String law, int coils, String message) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> ReceiverNoise.components(law, coils));
    assertEquals(message, error.getMessage());
  }
}
