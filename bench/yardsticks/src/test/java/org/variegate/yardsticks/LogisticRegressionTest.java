package org.variegate.yardsticks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
  private static final float[][] X = {{0, 1}, {1, 0}, {2, 3}, {3, 1}, {5, 4}, {4, 6}, {6, 5}};
  private static final float[] TRIED = {2, 2};

  /** Features of -1 and 1: the weight w is where w = 2 c p(wrong). */
  @Test
  void twoExamplesHaveAClosedForm() {
    for (double c : new double[] {0.1, 1, 100}) {
      LogisticRegression one =
          LogisticRegression.fit(new float[][] {{3}, {5}}, new int[] {0, 1}, 2, c);
      double[] p = one.probabilities(new float[] {5});
      double w = Math.log(p[1] / p[0]);
      assertEquals(2 * c * p[0], w, 1e-5);
      assertEquals(1, one.predict(new float[] {4.1f}));
      assertEquals(0, one.predict(new float[] {3.9f}));
    }
  }

  /** Values by scikit-learn 1.9.1. */
  @Test
  void twoClassesAsScikitLearn() {
    int[] labels = {0, 0, 1, 1, 1, 1, 0};
    assertArrayEquals(
        new double[] {0.44692741, 0.55307259},
        LogisticRegression.fit(X, labels, 2, 0.1).probabilities(TRIED),
        1e-6);
    assertArrayEquals(
        new double[] {0.49715628, 0.50284372},
        LogisticRegression.fit(X, labels, 2, 10).probabilities(TRIED),
        1e-6);
  }

  /** Values by scikit-learn 1.9.1. */
  @Test
  void threeClassesAsScikitLearn() {
    int[] labels = {0, 0, 1, 1, 2, 2, 0};
    assertArrayEquals(
        new double[] {0.4556059, 0.29815327, 0.24624083},
        LogisticRegression.fit(X, labels, 3, 0.1).probabilities(TRIED),
        1e-6);
    assertArrayEquals(
        new double[] {0.5592422, 0.36103694, 0.07972085},
        LogisticRegression.fit(X, labels, 3, 10).probabilities(TRIED),
        1e-6);
  }

  @Test
  void featuresThatNeverChangeAreLeftOut() {
    float[][] x = {{7, 3}, {7, 5}};
    LogisticRegression one = LogisticRegression.fit(x, new int[] {0, 1}, 2, 1);
    assertEquals(
        one.probabilities(new float[] {7, 5})[1],
        1 - one.probabilities(new float[] {7, 3})[1],
        1e-6);
  }

  @Test
  void minimisesACurvedValley() {
    Lbfgs.Function rosenbrock =
        (p, g) -> {
          double a = 1 - p[0];
          double b = p[1] - p[0] * p[0];
          g[0] = -2 * a - 400 * p[0] * b;
          g[1] = 200 * b;
          return a * a + 100 * b * b;
        };
    assertArrayEquals(
        new double[] {1, 1}, Lbfgs.minimise(rosenbrock, new double[] {-1.2, 1}, 1e-9, 200), 1e-8);
    assertThrows(
        IllegalStateException.class,
        () -> Lbfgs.minimise(rosenbrock, new double[] {-1.2, 1}, 1e-9, 3));
  }
}
