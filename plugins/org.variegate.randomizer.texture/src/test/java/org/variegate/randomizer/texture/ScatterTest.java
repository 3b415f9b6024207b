package org.variegate.randomizer.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.randomizer.texture.Field.N;

import org.junit.jupiter.api.Test;
import org.variegate.randomizer.texture.Scatter.Shape;
import org.variegate.randomizer.texture.Scatter.Thing;

class ScatterTest {
  private static final float LENGTH = 0.4f;
  private static final float WIDTH = 0.1f;

  private static int covered(Scatter scatter) {
    int covered = 0;
    for (float height : scatter.height().values) {
      covered += height > 0 ? 1 : 0;
    }
    return covered;
  }

  /** Mean of what one thing covers over 40 places and directions, in sides squared. */
  private static double area(Shape shape) {
    double sum = 0;
    for (int seed = 0; seed < 40; seed++) {
      Thing one = new Thing(1, LENGTH, WIDTH, 0, shape, 0, 0.5f);
      sum += covered(Scatter.of(seed, one));
    }
    return sum / 40 / N / N;
  }

  /** A stadium, a triangle, and a lens between two parabolas, wherever they lie. */
  @Test
  void areasAreThoseOfTheShapes() {
    double straight = (LENGTH - WIDTH) * WIDTH + Math.PI * WIDTH * WIDTH / 4;
    assertEquals(straight, area(Shape.ROD), 0.01 * straight);
    assertEquals(LENGTH * WIDTH / 2, area(Shape.BLADE), 0.01 * LENGTH * WIDTH);
    assertEquals(LENGTH * WIDTH * 2 / 3, area(Shape.LEAF), 0.01 * LENGTH * WIDTH);
  }

  /** The second moments of a blade strewn at an angle point along it. */
  @Test
  void thingsPointAlongTheirAngle() {
    for (double turn : new double[] {0, 0.1, 0.35}) {
      Scatter one = Scatter.of(2, new Thing(1, 0.3f, 0.02f, 0, Shape.ROD, (float) turn, 0));
      float[] along = one.along().values;
      double x = 0;
      double y = 0;
      for (int i = 0; i < N * N; i++) {
        if (one.height().values[i] > 0) {
          int right = i / N * N + (i + 1) % N;
          int below = (i + N) % (N * N);
          x += one.height().values[right] > 0 ? along[right] - along[i] : 0;
          y += one.height().values[below] > 0 ? along[below] - along[i] : 0;
        }
      }
      double expected = 2 * Math.PI * turn;
      assertEquals(1, (x * Math.cos(expected) + y * Math.sin(expected)) / Math.hypot(x, y), 0.02);
    }
  }

  /**
   * Independent discs leave uncovered exp(-n a), a the mean area: of 300, spread over sizes 1 - s/2
   * to 1. Clumping of 30 % in variance would be seen; false failure below 10^-6.
   */
  @Test
  void thingsLieAnywhere() {
    double bare = 0;
    for (int seed = 0; seed < 10; seed++) {
      Scatter many = Scatter.of(seed, new Thing(300, 0.06f, 0.06f, 0, Shape.ROD, 0, 0.5f));
      bare += 1 - (double) covered(many) / N / N;
    }
    assertEquals(Math.exp(-300 * Math.PI * 0.03 * 0.03), bare / 10, 0.02);
  }

  @Test
  void laterThingsLieAbove() {
    Scatter many = Scatter.of(4, new Thing(200, 0.2f, 0.05f, 0.5f, Shape.LEAF, 0, 0.5f));
    double order = 0;
    for (int i = 0; i < N * N; i++) {
      boolean there = many.height().values[i] > 0;
      assertEquals(there, many.id().values[i] > 0);
      assertTrue(many.along().values[i] >= 0 && many.along().values[i] <= 1);
      order += there ? many.order().values[i] : 0;
    }
    assertTrue(order / covered(many) > 0.55, "what is seen is later than the mean of all");
  }
}
