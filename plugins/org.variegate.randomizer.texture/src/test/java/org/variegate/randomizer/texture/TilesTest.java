package org.variegate.randomizer.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.variegate.randomizer.texture.Field.N;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TilesTest {
  /**
   * A way of laying rectangles.
   *
   * @param count of all tiles
   * @param a the shorter side, in sides of the square
   * @param b the longer side
   */
  record Laid(String name, Tiles tiles, int count, double a, double b) {}

  static Stream<Laid> layouts() {
    return Stream.of(
        new Laid("bricks", Tiles.bricks(1, 4, 8, 0.5f), 32, 1 / 8.0, 1 / 4.0),
        new Laid("squares", Tiles.bricks(2, 8, 8, 0), 64, 1 / 8.0, 1 / 8.0),
        new Laid("boards", Tiles.boards(3, 8, 2), 16, 1 / 8.0, 1 / 2.0),
        new Laid("baskets", Tiles.baskets(4, 4, 4), 64, 1 / 16.0, 1 / 4.0),
        new Laid("herringbone", Tiles.herringbone(5, 8), 32, 1 / 8.0, 1 / 4.0));
  }

  private static Map<Float, Integer> areas(Field id) {
    Map<Float, Integer> areas = new HashMap<>();
    for (float value : id.values) {
      areas.merge(value, 1, Integer::sum);
    }
    return areas;
  }

  /** As many as there should be, all of one area. */
  @ParameterizedTest
  @MethodSource("layouts")
  void tilesFillTheSquare(Laid laid) {
    Map<Float, Integer> areas = areas(laid.tiles.id());
    assertEquals(laid.count, areas.size(), laid.name);
    double area = (double) N * N / laid.count;
    areas.values().forEach(a -> assertEquals(area, a, 0.04 * area, laid.name));
  }

  /** The mean distance to the nearest edge of a rectangle is a (3 b - a) / (12 b): a hip roof. */
  @ParameterizedTest
  @MethodSource("layouts")
  void bordersAreDistances(Laid laid) {
    double expected = laid.a * (3 * laid.b - laid.a) / (12 * laid.b);
    assertEquals(expected, FieldTest.mean(laid.tiles.border()), 0.01 * expected, laid.name);
    assertEquals(0.5, FieldTest.mean(laid.tiles.u()), 0.01, laid.name);
    assertEquals(0.5, FieldTest.mean(laid.tiles.v()), 0.01, laid.name);
  }

  /** Over the square's border lies the same tile or a joint, as everywhere else. */
  @ParameterizedTest
  @MethodSource("layouts")
  void neighboursAreOneTileUnlessThereIsAJoint(Laid laid) {
    float[] id = laid.tiles.id().values;
    float[] border = laid.tiles.border().values;
    for (int i = 0; i < N * N; i++) {
      int right = i / N * N + (i + 1) % N;
      int below = (i + N) % (N * N);
      for (int other : new int[] {right, below}) {
        if (border[i] + border[other] > 1.5f / N) {
          assertEquals(id[i], id[other], laid.name + " at " + i % N + ", " + i / N);
        }
      }
    }
  }

  /** A third of the apothem: a pyramid; of nearly regular hexagons. */
  @Test
  void hexagonsAreHexagons() {
    for (int columns : new int[] {4, 7, 10}) {
      int rows = 2 * Math.round(columns * 1.1547f / 2);
      Tiles tiles = Tiles.hexagons(6, columns);
      assertEquals(columns * rows, areas(tiles.id()).size());
      assertEquals(1 / (6.0 * columns), FieldTest.mean(tiles.border()), 0.12 / (6.0 * columns));
    }
  }

  @Test
  void jointsAreAsWideAsTheyShould() {
    Tiles tiles = Tiles.bricks(1, 4, 4, 0);
    double covered = 1 - FieldTest.mean(tiles.inside(0.05f, 1e-4f));
    assertEquals(1 - 0.8 * 0.8, covered, 0.03, "a joint of 0.05 about tiles of 0.25");
  }

  /** The mean distance in a square to its middle: (sqrt 2 + ln(1 + sqrt 2)) / 6. */
  @Test
  void cellsOfASquareGridAreSquares() {
    Cells cells = Cells.of(3, 8, 8, 0);
    assertEquals(64, areas(cells.id()).size());
    double expected = (Math.sqrt(2) + Math.log(1 + Math.sqrt(2))) / 6;
    assertEquals(expected, FieldTest.mean(cells.middle()), 0.001);
  }

  /** Against all points of the plane, those beyond the border too. */
  @Test
  void cellsAreTheNearest() {
    int n = 5;
    Cells cells = Cells.of(8, n, n, 0.8f);
    Map<Float, double[]> points = new HashMap<>();
    float[] middle = cells.middle().values;
    for (int i = 0; i < N * N; i++) {
      double[] best = points.computeIfAbsent(cells.id().values[i], k -> new double[] {9, 0, 0});
      if (middle[i] < best[0]) {
        best[0] = middle[i];
        best[1] = (i % N + 0.5) / N;
        best[2] = (i / N + 0.5) / N;
      }
    }
    assertEquals(n * n, points.size());
    double texel = (double) n / N;
    for (int i = 0; i < N * N; i += 97) {
      double first = 9;
      double second = 9;
      for (double[] point : points.values()) {
        double d = n * Math.hypot(apart(point[1], i % N), apart(point[2], i / N));
        second = Math.min(second, Math.max(first, d));
        first = Math.min(first, d);
      }
      assertEquals(first, middle[i], 1.5 * texel);
      assertEquals(second - first, cells.border().values[i], 3 * texel);
    }
  }

  /** Along one side of the square, the short way. */
  private static double apart(double point, int texel) {
    double apart = Math.abs(point - (texel + 0.5) / N);
    return Math.min(apart, 1 - apart);
  }
}
