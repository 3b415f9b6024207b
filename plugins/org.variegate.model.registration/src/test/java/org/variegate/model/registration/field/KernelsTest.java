package org.variegate.model.registration.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.model.registration.field.Reference.assertSlopes;
import static org.variegate.model.registration.field.Reference.dot;
import static org.variegate.model.registration.field.Reference.doubles;
import static org.variegate.model.registration.field.Reference.field;
import static org.variegate.model.registration.field.Reference.gaussian;
import static org.variegate.model.registration.field.Reference.linear;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
  private static final Size PLANE = new Size(6, 5, 1);
  private static final Size CUBE = new Size(5, 4, 6);

  private static Size size(int dimensions) {
    return dimensions == 2 ? PLANE : CUBE;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void warpsAndTheirDerivativesAreThoseOfDoublePrecision(int dimensions) {
    Size size = size(dimensions);
    int n = size.voxels();
    float[] image = gaussian(1, n, 1);
    float[] field = field(size, 2);
    float[] by = gaussian(3, n, 1);
    float[] moved = new float[n];
    Warp warp = new Warp(size);
    warp.forward(image, 1, field, moved);
    double[] exact = Reference.moved(size, doubles(image), doubles(field));
    for (int i = 0; i < n; i++) {
      assertEquals(exact[i], moved[i], 2e-6);
    }
    float[] byImage = new float[n];
    float[] byField = new float[3 * n];
    warp.backward(image, 1, field, by, byImage, byField);
    assertSlopes(f -> dot(Reference.moved(size, doubles(image), f), by), field, byField);
    assertSlopes(m -> dot(Reference.moved(size, m, doubles(field)), by), image, byImage);
  }

  @Test
  void channelsAreMovedAlike() {
    int n = CUBE.voxels();
    float[] image = gaussian(1, 2 * n, 1);
    float[] second = Arrays.copyOfRange(image, n, 2 * n);
    float[] field = field(CUBE, 2);
    float[] both = new float[2 * n];
    float[] one = new float[n];
    new Warp(CUBE).forward(image, 2, field, both);
    new Warp(CUBE).forward(second, 1, field, one);
    assertArrayEquals(one, Arrays.copyOfRange(both, n, 2 * n));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void exponentialsAndTheirDerivativesAreThoseOfDoublePrecision(int dimensions) {
    Size size = size(dimensions);
    float[] velocity = field(size, 4);
    float[] by = gaussian(5, velocity.length, 1);
    Exponential exponential = new Exponential(size, 4);
    float[] found = exponential.forward(velocity).clone();
    double[] exact = Reference.exponential(size, doubles(velocity), 4);
    for (int i = 0; i < found.length; i++) {
      assertEquals(exact[i], found[i], 2e-5);
    }
    float[] gradient = by.clone();
    exponential.backward(gradient);
    assertSlopes(v -> dot(Reference.exponential(size, v, 4), by), velocity, gradient);
  }

  @Test
  void constantVelocitiesAreTheirOwnDisplacements() {
    int n = CUBE.voxels();
    float[] velocity = new float[3 * n];
    Arrays.fill(velocity, 0, n, 1.75f);
    Arrays.fill(velocity, n, 2 * n, -0.375f);
    assertArrayEquals(velocity, new Exponential(CUBE, 6).forward(velocity));
  }

  /** v = a (x - m) leads to ((1 + a / 2^n)^(2^n) - 1) (x - m), the nearer to e^a the larger n. */
  @Test
  void linearVelocitiesLeadToExponentials() {
    Size size = new Size(17, 9, 11);
    double[] rates = {-0.5, -0.25, -0.75};
    int squarings = 7;
    float[] u = new Exponential(size, squarings).forward(linear(size, rates));
    float[] unit = linear(size, new double[] {1, 1, 1});
    int n = size.voxels();
    for (int i = 0; i < u.length; i++) {
      double a = rates[i / n];
      double whole = Math.pow(1 + a / 128, 128) - 1;
      assertEquals(whole * unit[i], u[i], 2e-5);
      assertEquals(Math.expm1(a) * unit[i], u[i], 2e-2);
    }
  }

  /** exp(-v) after exp(v) leads back to where it began, wherever it does not leave the grid. */
  @Test
  void whatIsTurnedRoundLeadsBack() {
    Size size = new Size(24, 24, 24);
    int n = size.voxels();
    float[] velocity = new float[3 * n];
    for (int i = 0; i < 3 * n; i++) {
      int v = i % n;
      double x = Math.sin(Math.PI * (v % 24) / 23);
      double y = Math.sin(Math.PI * (v / 24 % 24) / 23);
      double z = Math.sin(Math.PI * (v / 576) / 23);
      velocity[i] = (float) ((i / n - 0.6) * 2.5 * x * y * z);
    }
    float[] there = new Exponential(size, 7).forward(velocity);
    float[] minus = new float[3 * n];
    for (int i = 0; i < 3 * n; i++) {
      minus[i] = -velocity[i];
    }
    float[] back = new Exponential(size, 7).forward(minus);
    float[] rest = new float[3 * n];
    new Warp(size).forward(back, 3, there, rest);
    double most = 0;
    double largest = 0;
    for (int i = 0; i < 3 * n; i++) {
      most = Math.max(most, Math.abs(rest[i] + there[i]));
      largest = Math.max(largest, Math.abs(there[i]));
    }
    assertTrue(largest > 2.5, "got " + largest);
    assertTrue(most < 0.03, "got " + most);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void refinementKeepsLinesAndHasItsTranspose(int dimensions) {
    Size coarse = size(dimensions);
    int r = 2;
    Size fine = new Size(12, 10, 1);
    if (dimensions == 3) {
      fine = new Size(10, 8, 12);
    }
    Refinement refinement = new Refinement(coarse, fine);
    float[] from = linear(coarse, new double[] {0.5, -0.25, 1});
    float[] to = new float[3 * fine.voxels()];
    refinement.forward(from, to);
    float[] line = linear(fine, new double[] {0.5, -0.25, 1});
    for (int i = 0; i < fine.voxels(); i++) {
      int x = i % fine.nx();
      if (x >= r && x < fine.nx() - r) {
        assertEquals(line[i], to[i], 1e-5);
      }
    }
    float[] other = gaussian(1, to.length, 1);
    float[] back = new float[from.length];
    float[] random = gaussian(2, from.length, 1);
    refinement.forward(random, to);
    refinement.backward(other, back);
    assertEquals(dot(doubles(to), other), dot(doubles(random), back), 1e-3);
  }
}
