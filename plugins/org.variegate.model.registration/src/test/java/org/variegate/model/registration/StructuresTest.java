package org.variegate.model.registration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.model.registration.Reference.gaussian;

import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

class StructuresTest {
  private static final Size SIZE = new Size(5, 4, 3);
  private static final boolean[] WEIGHS = {false, true, true};

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

  private static void assertSlopes(Loss loss, float[] at, float[] slopes, double least) {
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
    float[][] truth = {shares(1, SIZE, 3), shares(2, SIZE, 3)};
    ShareLoss loss = new ShareLoss(truth, WEIGHS);
    float[] at = gaussian(3, 2 * truth[0].length, 1);
    float[] slopes = new float[at.length];
    loss.of(at, slopes);
    assertSlopes(loss::of, at, slopes, 5e-3);
  }

  @Test
  void sharesThatAreRightHaveLittleLoss() {
    float[] truth = new float[3 * SIZE.voxels()];
    float[] said = new float[truth.length];
    for (int i = 0; i < SIZE.voxels(); i++) {
      truth[i % 3 * SIZE.voxels() + i] = 1;
      said[i % 3 * SIZE.voxels() + i] = 20;
    }
    double loss = new ShareLoss(new float[][] {truth}, WEIGHS).of(said, new float[said.length]);
    assertEquals(0, loss, 1e-5);
  }

  @Test
  void diceOfSharesHasItsDerivative() {
    float[] fixed = shares(4, SIZE, 2);
    float[] moving = shares(5, SIZE, 2);
    ShareDice dice = new ShareDice(SIZE, fixed, moving);
    float[] at = gaussian(6, 3 * SIZE.voxels(), 0.15);
    for (int i = 0; i < at.length; i++) {
      at[i] += 0.4f; // away from voxels, where slopes leap
    }
    float[] slopes = new float[at.length];
    dice.of(at, slopes);
    assertSlopes(dice::of, at, slopes, 1e-3);
    ShareDice same = new ShareDice(SIZE, fixed, fixed);
    assertEquals(0, same.of(new float[at.length], slopes), 1e-6);
  }

  /** A ball that lies two blocks beside another is brought there, and nothing folds. */
  @Test
  void velocitiesAreFitted() {
    Size size = new Size(20, 16, 12);
    float[] fixed = ball(size, 9);
    float[] moving = ball(size, 11);
    ShareDice dice = new ShareDice(size, fixed, moving);
    float[] velocity = new Fitting(40, 5, 0.02).of(dice, size);
    float[] field = new Exponential(size, 5).forward(velocity).clone();
    float[] none = new float[field.length];
    double before = dice.of(none, none.clone());
    double after = dice.of(field, none.clone());
    assertTrue(after < 0.3 * before, "before " + before + ", after " + after);
    Grid grid = new Grid(20, 16, 12, Affine.IDENTITY);
    float[] ways = new Found(grid, Affine.IDENTITY, field).ways();
    assertEquals(0, org.variegate.metrics.Jacobian.of(grid, ways).folding());
  }

  /** Two balls of other sizes, moved and made larger, lie on those that were not. */
  @Test
  void affinesBringSharesTogether() {
    Size size = new Size(20, 16, 12);
    float[] fixed = balls(size, 0, 1);
    ShareDice dice = new ShareDice(size, fixed, balls(size, 1.2, 1.1));
    float[] none = new float[3 * size.voxels()];
    Affine found = new ShareAffine(size, dice, 0).find();
    double before = dice.of(none, none.clone());
    double[] at = {9, 8, 6};
    found.apply(at, 1);
    assertEquals(10.2, at[0], 0.3);
    assertEquals(8, at[1], 0.3);
    assertEquals(1.1, found.get(0, 0), 0.08);
    float[] field = new float[3 * size.voxels()];
    for (int i = 0; i < size.voxels(); i++) {
      double[] place = {i % 20, i / 20 % 16, i / 320};
      double[] to = place.clone();
      found.apply(to, 1);
      for (int axis = 0; axis < 3; axis++) {
        field[axis * size.voxels() + i] = (float) (to[axis] - place[axis]);
      }
    }
    double after = dice.of(field, none.clone());
    assertTrue(after < 0.3 * before, "before " + before + ", after " + after);
  }

  private static float[] balls(Size size, double shift, double scale) {
    float[] balls = new float[2 * size.voxels()];
    double[][] middles = {{5, 6, 5, 3.5}, {13, 9, 7, 4}};
    for (int i = 0; i < balls.length; i++) {
      int v = i % size.voxels();
      double[] ball = middles[i / size.voxels()];
      double x = v % 20 - (9 + shift + scale * (ball[0] - 9));
      double y = v / 20 % 16 - (8 + scale * (ball[1] - 8));
      double z = v / 320 - (6 + scale * (ball[2] - 6));
      double inside = scale * ball[3] + 0.5 - Math.sqrt(x * x + y * y + z * z);
      balls[i] = (float) Math.max(0, Math.min(1, inside));
    }
    return balls;
  }

  private static float[] ball(Size size, double middle) {
    float[] ball = new float[size.voxels()];
    for (int i = 0; i < ball.length; i++) {
      double x = i % size.nx() - middle;
      double y = i / size.nx() % size.ny() - 8;
      double z = i / size.nx() / size.ny() - 6;
      ball[i] = (float) Math.max(0, Math.min(1, 4.5 - Math.sqrt(x * x + y * y + z * z)));
    }
    return ball;
  }

  @Test
  void sharesAreCountedAndTheirMiddlesAreThoseOfVoxels() {
    Blocks blocks = Blocks.of(new Size(8, 8, 8), 2, 1);
    short[] labels = new short[512];
    for (int i = 0; i < 512; i++) {
      labels[i] = (short) (i % 8 >= 2 && i % 8 < 5 ? 1 : 0);
    }
    float[] shares = blocks.shares(labels, new int[] {0, 1}, 2);
    assertEquals(1, shares[64 + 1]);
    assertEquals(0.5f, shares[64 + 2]);
    assertEquals(0.5f, shares[2]);
    double[][] centres = new Shares(blocks, new boolean[] {false, true}, shares).centres();
    assertEquals((2.5 + 0.25 * 4.5) / 1.25, centres[1][0], 1e-6);
    assertEquals(3.5, centres[1][1], 1e-6);
    Shares counted = new Shares(blocks, new boolean[] {false, true}, shares);
    float[] shifted = counted.brought(blocks, Affine.translation(2, 0, 0));
    assertEquals(0.5f, shifted[1]);
    assertArrayEquals(java.util.Arrays.copyOfRange(shares, 64, 128), counted.counting());
  }

  /** One of nine middles is wrong by 30 voxels. */
  @Test
  void affinesTrustMostMiddles() {
    Affine map = Affine.of(1.1, 0.05, 0, 3, 0, 0.9, 0.1, -2, 0.02, 0, 1, 1);
    double[][] from = new double[9][4];
    double[][] to = new double[9][4];
    boolean[] weighs = new boolean[9];
    for (int c = 0; c < 9; c++) {
      from[c] = new double[] {c % 3 * 20, c * 7 % 30, c * c % 25, 1};
      to[c] = from[c].clone();
      map.apply(to[c], 1);
      weighs[c] = true;
    }
    to[4][2] += 30;
    Optional<Affine> found = LandmarkAffine.robust(weighs, from, to);
    double[] at = {25, 15, 12};
    double[] expected = at.clone();
    map.apply(expected, 1);
    found.orElseThrow().apply(at, 1);
    assertArrayEquals(expected, at, 1.5);
    assertTrue(LandmarkAffine.robust(new boolean[9], from, to).isEmpty());
  }

  @Test
  void affinesAreFoundFromCentres() {
    Grid grid = Grid.centred(20, 20, 20, 1);
    TreeMap<Integer, String> targets = new TreeMap<>();
    IntStream.range(0, 9).forEach(i -> targets.put(i, "target " + i));
    Level empty = new Level(grid, new float[grid.size()]);
    Start start = new Start(Initialization.NONE);
    float[] none = {};
    Pair pair = new Pair(empty, empty, start, corners(0), corners(3), targets, none);
    Affine found = LandmarkAffine.of(pair).orElseThrow();
    double[] at = {7, 8, 9};
    found.apply(at, 1);
    assertArrayEquals(new double[] {10, 8, 9}, at, 1e-9);
    assertArrayEquals(
        corners(0), new Carried(Size.of(grid), corners(3), found).nearest(Size.of(grid), none));
    targets.keySet().removeIf(number -> number > 0);
    short[] background = new short[grid.size()];
    Pair few = new Pair(empty, empty, start, background, background, targets, none);
    assertTrue(LandmarkAffine.of(few).isEmpty());
  }

  private static short[] corners(int shift) {
    short[] places = new short[8000];
    for (int k = 0; k < 8; k++) {
      for (int d = 0; d < 27; d++) {
        int x = (k & 1) * 8 + 3 + d % 3 + shift;
        int y = (k >> 1 & 1) * 8 + 3 + d / 3 % 3;
        int z = (k >> 2) * 8 + 3 + d / 9;
        places[x + 20 * (y + 20 * z)] = (short) (k + 1);
      }
    }
    return places;
  }
}
