package org.variegate.model.registration.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.model.registration.field.Reference.assertSlopes;
import static org.variegate.model.registration.field.Reference.doubles;
import static org.variegate.model.registration.field.Reference.field;
import static org.variegate.model.registration.field.Reference.gaussian;
import static org.variegate.model.registration.field.Reference.linear;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.api.space.Affine;
import org.variegate.model.registration.field.Carried;
import org.variegate.model.registration.field.Reference;
import org.variegate.model.registration.field.Size;

class MeasuresTest {
  private static final Size SMALL = new Size(5, 4, 3);
  private static final boolean[] WEIGHS = {false, true, true};
  private static final Size PLANE = new Size(6, 5, 1);
  private static final Size CUBE = new Size(5, 4, 6);

  private static Size size(int dimensions) {
    return dimensions == 2 ? PLANE : CUBE;
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

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void correlationAndItsDerivativeAreThoseOfDoublePrecision(int dimensions) {
    Size size = size(dimensions);
    float[] fixed = gaussian(10, size.voxels(), 0.3);
    float[] moving = gaussian(11, size.voxels(), 0.3);
    float[] weights = Arrays.copyOf(shares(13, size, 2), size.voxels());
    float[] field = field(size, 12);
    float[] found = new float[field.length];
    double loss = new LocalCorrelation(size, fixed, moving, weights).of(field, found);
    assertEquals(uncorrelated(size, fixed, moving, weights, doubles(field)), loss, 1e-6);
    assertSlopes(f -> uncorrelated(size, fixed, moving, weights, f), field, found);
  }

  /** The definition, window by window. */
  private static double uncorrelated(
      Size size, float[] fixed, float[] moving, float[] weights, double[] field) {
    double[] moved = Reference.moved(size, doubles(moving), field);
    int n = size.voxels();
    double sum = 0;
    double all = 0;
    for (int i = 0; i < n; i++) {
      double[] moments = new double[6];
      for (int j = 0; j < n; j++) {
        boolean near =
            Math.abs(i % size.nx() - j % size.nx()) <= 1
                && Math.abs(i / size.nx() % size.ny() - j / size.nx() % size.ny()) <= 1
                && Math.abs(i / size.nx() / size.ny() - j / size.nx() / size.ny()) <= 1;
        double[] here = {
          1, fixed[j], moved[j], fixed[j] * fixed[j], moved[j] * moved[j], fixed[j] * moved[j]
        };
        for (int k = 0; k < 6 && near; k++) {
          moments[k] += here[k];
        }
      }
      double f = moments[1] / moments[0];
      double m = moments[2] / moments[0];
      double covariance = moments[5] / moments[0] - f * m;
      double variances =
          (moments[3] / moments[0] - f * f + 0.004) * (moments[4] / moments[0] - m * m + 0.004);
      sum += weights[i] * covariance * covariance / variances;
      all += weights[i];
    }
    return 1 - sum / all;
  }

  /** Of an image and its negative at a tenth of the contrast, all but the floor. */
  @Test
  void whatIsDarkerMayBeBrighter() {
    Size size = new Size(8, 8, 8);
    float[] fixed = new float[512];
    float[] negative = new float[512];
    for (int i = 0; i < 512; i++) {
      fixed[i] = (i + i / 8 + i / 64) % 2;
      negative[i] = 1 - 0.1f * fixed[i];
    }
    float[] evenly = even(1);
    float[] none = new float[1536];
    float[] ignored = new float[1536];
    assertEquals(0.03, new LocalCorrelation(size, fixed, fixed, evenly).of(none, ignored), 0.01);
    double floor = 1 - 0.25 / 0.254 * 0.0025 / 0.0065;
    assertEquals(
        floor, new LocalCorrelation(size, fixed, negative, evenly).of(none, ignored), 0.01);
    assertEquals(1, new LocalCorrelation(size, fixed, even(0), evenly).of(none, new float[1536]));
  }

  private static float[] even(float value) {
    float[] even = new float[512];
    Arrays.fill(even, value);
    return even;
  }

  @Test
  void sumsWeighTheirParts() {
    Measure first =
        new LocalCorrelation(CUBE, gaussian(1, 120, 1), gaussian(2, 120, 1), gaussian(4, 120, 0.1));
    Measure second = new ShareDice(CUBE, shares(4, CUBE, 2), shares(5, CUBE, 2));
    Measure never =
        (field, by) -> {
          throw new AssertionError("weighs nothing");
        };
    float[] at = field(CUBE, 3);
    float[] one = new float[at.length];
    float[] two = new float[at.length];
    float[] both = new float[at.length];
    double sum =
        new Sum(List.of(new Sum.Part(2, first), new Sum.Part(0.5, second), new Sum.Part(0, never)))
            .of(at, both);
    assertEquals(2 * first.of(at, one) + 0.5 * second.of(at, two), sum, 1e-9);
    for (int i = 0; i < at.length; i++) {
      one[i] = 2 * one[i] + 0.5f * two[i];
    }
    assertArrayEquals(one, both, 1e-7f);
  }

  /** Shares that sum up to 1 in each voxel. */
  private static float[] shares(int seed, Size size, int targets) {
    float[] shares = gaussian(seed, targets * size.voxels(), 1);
    int n = size.voxels();
    for (int i = 0; i < n; i++) {
      float sum = 0;
      for (int c = i; c < shares.length; c += n) {
        shares[c] *= shares[c];
        sum += shares[c];
      }
      for (int c = i; c < shares.length; c += n) {
        shares[c] /= sum;
      }
    }
    return shares;
  }

  private interface Loss {
    double of(float[] at, float[] slopes);
  }

  private static void assertDerivative(Loss loss, float[] at, float[] slopes, double least) {
    float step = 4e-3f;
    double largest = 0;
    for (int i = 0; i < at.length; i++) {
      float[] high = at.clone();
      float[] low = at.clone();
      high[i] += step;
      low[i] -= step;
      double slope =
          (loss.of(high, new float[at.length]) - loss.of(low, new float[at.length])) / 2 / step;
      assertEquals(slope, slopes[i], 2e-4, "at " + i);
      largest = Math.max(largest, Math.abs(slope));
    }
    assertTrue(largest > least, "nothing to compare, at most " + largest);
  }

  @Test
  void lossOfSharesHasItsDerivative() {
    float[][] truth = {shares(1, SMALL, 3), shares(2, SMALL, 3)};
    ShareLoss loss = new ShareLoss(truth, WEIGHS);
    float[] at = gaussian(3, 2 * truth[0].length, 1);
    float[] slopes = new float[at.length];
    loss.of(at, slopes);
    assertDerivative(loss::of, at, slopes, 5e-3);
  }

  @Test
  void sharesThatAreRightHaveLittleLoss() {
    float[] truth = new float[3 * SMALL.voxels()];
    float[] said = new float[truth.length];
    for (int i = 0; i < SMALL.voxels(); i++) {
      truth[i % 3 * SMALL.voxels() + i] = 1;
      said[i % 3 * SMALL.voxels() + i] = 20;
    }
    double loss = new ShareLoss(new float[][] {truth}, WEIGHS).of(said, new float[said.length]);
    assertEquals(0, loss, 1e-5);
  }

  @Test
  void diceOfSharesHasItsDerivative() {
    float[] fixed = shares(4, SMALL, 2);
    float[] moving = shares(5, SMALL, 2);
    ShareDice dice = new ShareDice(SMALL, fixed, moving);
    float[] at = gaussian(6, 3 * SMALL.voxels(), 0.15);
    for (int i = 0; i < at.length; i++) {
      at[i] += 0.4f; // away from voxels, where slopes leap
    }
    float[] slopes = new float[at.length];
    dice.of(at, slopes);
    assertDerivative(dice::of, at, slopes, 1e-3);
    ShareDice same = new ShareDice(SMALL, fixed, fixed);
    assertEquals(0, same.of(new float[at.length], slopes), 1e-6);
  }
}
