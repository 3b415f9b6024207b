package org.variegate.model.registration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.model.registration.Reference.dot;
import static org.variegate.model.registration.Reference.doubles;
import static org.variegate.model.registration.Reference.gaussian;
import static org.variegate.model.registration.Reference.slope;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.api.space.Affine;

class KernelsTest {
  private static final Size PLANE = new Size(6, 5, 1);
  private static final Size CUBE = new Size(5, 4, 6);

  private static Size size(int dimensions) {
    return dimensions == 2 ? PLANE : CUBE;
  }

  /** All derivatives, or as many as differ in what they test. */
  private static void assertSlopes(ToDoubleFunction<double[]> loss, float[] at, float[] found) {
    double[] exact = doubles(at);
    double largest = 0;
    for (int i = 0; i < at.length; i += 1 + at.length / 120) {
      double slope = slope(loss, exact, i);
      assertEquals(slope, found[i], 2e-5 * Math.max(1, Math.abs(slope)), "at " + i);
      largest = Math.max(largest, Math.abs(slope));
    }
    assertTrue(largest > 1e-3, "nothing to compare");
  }

  /** Displacements that lead out of the grid too. */
  private static float[] field(Size size, int seed) {
    float[] field = gaussian(seed, 3 * size.voxels(), 1.3);
    if (size.nz() == 1) {
      Arrays.fill(field, 2 * size.voxels(), field.length, 0);
    }
    return field;
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

  private static float[] linear(Size size, double[] rates) {
    int n = size.voxels();
    float[] velocity = new float[3 * n];
    for (int i = 0; i < n; i++) {
      velocity[i] = (float) (rates[0] * (i % size.nx() - (size.nx() - 1) / 2.0));
      double y = i / size.nx() % size.ny() - (size.ny() - 1) / 2.0;
      velocity[n + i] = (float) (rates[1] * y);
      double z = i / size.nx() / size.ny() - (size.nz() - 1) / 2.0;
      velocity[2 * n + i] = (float) (rates[2] * z);
    }
    return velocity;
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

  @Test
  void diceAndItsDerivativeAreThoseOfDoublePrecision() {
    Affine turned = Affine.of(0.9, 0.2, 0, 0.3, -0.1, 1.1, 0.1, 0.2, 0, -0.2, 0.8, 0.6);
    assertDice(CUBE, Affine.IDENTITY);
    assertDice(new Size(6, 5, 4), turned);
  }

  private static void assertDice(Size there, Affine map) {
    Size size = CUBE;
    Random random = new Random(6);
    short[] fixed = new short[size.voxels()];
    short[] moving = new short[there.voxels()];
    for (int i = 0; i < fixed.length; i++) {
      fixed[i] = (short) random.nextInt(4);
      moving[i] = (short) random.nextInt(3);
    }
    boolean[] weighs = {false, true, true, true, true};
    Carried carried = new Carried(there, moving, map);
    float[] field = field(size, 7);
    float[] found = new float[field.length];
    double loss = new LabelDice(size, fixed, carried, weighs).of(field, 1, found);
    assertEquals(Reference.dice(size, fixed, carried, weighs, doubles(field)), loss, 1e-6);
    assertSlopes(f -> Reference.dice(size, fixed, carried, weighs, f), field, found);
  }

  @Test
  void equalLabelsHaveNoLoss() {
    short[] labels = new short[CUBE.voxels()];
    labels[17] = 1;
    Carried same = new Carried(CUBE, labels, Affine.IDENTITY);
    float[] none = new float[3 * labels.length];
    assertEquals(
        0, new LabelDice(CUBE, labels, same, new boolean[] {true, true}).of(none, 1, none));
    assertEquals(
        0, new LabelDice(CUBE, labels, same, new boolean[] {false, false}).of(none, 1, none));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void roughnessIsThatOfLinesAndHasItsDerivative(int dimensions) {
    Size size = size(dimensions);
    float[] line = linear(size, new double[] {0.3, 0, 0});
    float[] ignored = new float[line.length];
    assertEquals(0.09 / 3 / dimensions, Diffusion.of(size, line, 1, ignored), 1e-8);
    float[] field = field(size, 8);
    float[] found = new float[field.length];
    Diffusion.of(size, field, 1, found);
    assertSlopes(f -> roughness(size, f), field, found);
  }

  private static double roughness(Size size, double[] field) {
    int[] strides = {1, size.nx(), size.nx() * size.ny()};
    double sum = 0;
    int axes = 0;
    for (int axis = 0; axis < 3; axis++) {
      double along = 0;
      int pairs = 0;
      int length = size.toArray()[axis];
      for (int i = 0; i < field.length; i++) {
        if (i / strides[axis] % length < length - 1) {
          double difference = field[i + strides[axis]] - field[i];
          along += difference * difference;
          pairs++;
        }
      }
      sum += pairs > 0 ? along / pairs : 0;
      axes += pairs > 0 ? 1 : 0;
    }
    return sum / axes;
  }
}
