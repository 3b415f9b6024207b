package org.variegate.model.registration.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.model.registration.field.Reference.dot;
import static org.variegate.model.registration.field.Reference.doubles;
import static org.variegate.model.registration.field.Reference.gaussian;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.metrics.Jacobian;
import org.variegate.model.registration.field.Blocks;
import org.variegate.model.registration.field.Exponential;
import org.variegate.model.registration.field.Found;
import org.variegate.model.registration.field.Refinement;
import org.variegate.model.registration.field.Size;
import org.variegate.model.registration.measure.LocalCorrelation;
import org.variegate.model.registration.measure.Measure;
import org.variegate.model.registration.measure.ShareDice;

class FittingTest {

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
    assertEquals(0, Jacobian.of(grid, ways).folding());
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

  /** Two cells of unlike contrasts, of which one was moved by up to 6 mm along each axis. */
  @Test
  void imagesOfUnlikeContrastAreFitted() {
    Size size = new Size(28, 26, 23);
    Blocks blocks = Blocks.of(size, 2, 2);
    float[] true_ = way(size);
    float[] fixed = cells(size, true_, new double[] {0.1, 0.9, 0.4, 0.6}, 1);
    float[] moving = cells(size, new float[true_.length], new double[] {0.7, 0.2, 1, 0.3}, 2);
    float[] evenly = new float[fixed.length];
    Arrays.fill(evenly, 1);
    Measure measure = new Refined(blocks, new LocalCorrelation(size, fixed, moving, evenly));
    float[] velocity = new Fitting(40, 5, 0.3).of(measure, blocks.coarse());
    float[] found = new float[3 * blocks.whole().voxels()];
    new Refinement(blocks.coarse(), blocks.whole())
        .forward(new Exponential(blocks.coarse(), 5).forward(velocity), found);
    double before = apart(size, true_, new float[true_.length]);
    double after = apart(size, true_, blocks.cut(found));
    assertTrue(after < 0.65 * before, "before " + before + ", after " + after + " voxels");
  }

  /** What lies as well as it can stays there, however many steps are tried. */
  @Test
  void equalImagesStay() {
    Size size = new Size(28, 26, 23);
    Blocks blocks = Blocks.of(size, 2, 2);
    float[] none = new float[3 * size.voxels()];
    float[] image = cells(size, none, new double[] {0.1, 0.9, 0.4, 0.6}, 1);
    float[] evenly = new float[image.length];
    Arrays.fill(evenly, 1);
    Measure measure = new Refined(blocks, new LocalCorrelation(size, image, image, evenly));
    for (int iterations : new int[] {0, 1, 7, 40}) {
      float[] velocity = new Fitting(iterations, 5, 1).of(measure, blocks.coarse());
      float[] found = new float[3 * blocks.whole().voxels()];
      new Refinement(blocks.coarse(), blocks.whole())
          .forward(new Exponential(blocks.coarse(), 5).forward(velocity), found);
      double moved = apart(size, none, blocks.cut(found));
      assertTrue(moved < 0.01, iterations + " steps moved " + moved + " voxels");
    }
  }

  private static float[] way(Size size) {
    int n = size.voxels();
    float[] way = new float[3 * n];
    for (int i = 0; i < 3 * n; i++) {
      int v = i % n;
      double x = Math.sin(Math.PI * (v % size.nx()) / (size.nx() - 1));
      double y = Math.sin(Math.PI * (v / size.nx() % size.ny()) / (size.ny() - 1));
      double z = Math.sin(Math.PI * (v / size.nx() / size.ny()) / (size.nz() - 1));
      way[i] = (float) ((i / n - 1.2) * 1.6 * x * y * z);
    }
    return way;
  }

  /** Voxels that are nearer to one of 120 points than to others, each of one of four tissues. */
  private static float[] cells(Size size, float[] way, double[] contrast, int seed) {
    Random random = new Random(0);
    double[][] points = new double[120][];
    Arrays.setAll(
        points,
        k ->
            new double[] {
              size.nx() * random.nextDouble(),
              size.ny() * random.nextDouble(),
              size.nz() * random.nextDouble()
            });
    Random noise = new Random(seed);
    int n = size.voxels();
    float[] image = new float[n];
    for (int i = 0; i < n; i++) {
      double[] at = {
        i % size.nx() + way[i],
        i / size.nx() % size.ny() + way[n + i],
        i / size.nx() / size.ny() + way[2 * n + i]
      };
      image[i] = (float) (contrast[nearest(points, at) % 4] + 0.03 * noise.nextGaussian());
    }
    return image;
  }

  private static int nearest(double[][] points, double[] at) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < points.length; k++) {
      double far = 0;
      for (int axis = 0; axis < 3; axis++) {
        far += (points[k][axis] - at[axis]) * (points[k][axis] - at[axis]);
      }
      nearest = far < least ? k : nearest;
      least = Math.min(least, far);
    }
    return nearest;
  }

  /** The mean length of the difference. */
  private static double apart(Size size, float[] one, float[] other) {
    int n = size.voxels();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double x = one[i] - other[i];
      double y = one[n + i] - other[n + i];
      double z = one[2 * n + i] - other[2 * n + i];
      sum += Math.sqrt(x * x + y * y + z * z) / n;
    }
    return sum;
  }

  @Test
  void measuresByVoxelsHaveTheirDerivativeByBlocks() {
    Size size = new Size(7, 6, 5);
    Blocks blocks = Blocks.of(size, 2, 1);
    float[] weights = gaussian(1, 3 * size.voxels(), 1);
    Measure straight =
        (field, by) -> {
          for (int i = 0; i < by.length; i++) {
            by[i] += weights[i];
          }
          return dot(doubles(field), weights);
        };
    float[] at = gaussian(2, 3 * blocks.coarse().voxels(), 1);
    float[] by = new float[at.length];
    double loss = new Refined(blocks, straight).of(at, by);
    assertEquals(loss, dot(doubles(at), by), 1e-3);
  }

  @Test
  void smoothingIsItsOwnTranspose() {
    Size size = new Size(5, 4, 3);
    float[] one = gaussian(1, 180, 1);
    float[] other = gaussian(2, 180, 1);
    float[] smoothed = one.clone();
    float[] back = other.clone();
    new Smoothing(size, 3).apply(smoothed);
    new Smoothing(size, 3).apply(back);
    assertEquals(dot(doubles(smoothed), other), dot(doubles(one), back), 1e-4);
  }

  @Test
  void sharesAreCountedAndBrought() {
    Blocks blocks = Blocks.of(new Size(8, 8, 8), 2, 1);
    short[] labels = new short[512];
    for (int i = 0; i < 512; i++) {
      labels[i] = (short) (i % 8 >= 2 && i % 8 < 5 ? 1 : 0);
    }
    float[] shares = blocks.shares(labels, new int[] {0, 1}, 2);
    assertEquals(1, shares[64 + 1]);
    assertEquals(0.5f, shares[64 + 2]);
    assertEquals(0.5f, shares[2]);
    Shares counted = new Shares(blocks, new boolean[] {false, true}, shares);
    float[] shifted = counted.brought(blocks, Affine.translation(2, 0, 0));
    assertEquals(0.5f, shifted[1]);
    float[] voxels = counted.ofVoxels();
    assertEquals(0.75, voxels[2], 1e-6);
    assertEquals(0.625, voxels[4], 1e-6);
    assertEquals(0, voxels[0], 1e-6);
    assertArrayEquals(Arrays.copyOfRange(shares, 64, 128), counted.counting());
  }
}
