package org.variegate.api.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpatialMapTest {
  private static final Grid GRID = Grid.centred(4, 4, 4, 1);

  /** x -> x + amount x^3 near the origin, undone by its negative up to fifth order. */
  private record Bend(double amount) implements Transform {

    @Override
    public void apply(double[] points, int count) {
      for (int i = 0; i < 3 * count; i++) {
        points[i] += amount * points[i] * points[i] * points[i];
      }
    }

    @Override
    public Transform inverse() {
      return new Bend(-amount);
    }

    @Override
    public double linearWithin() {
      return 4;
    }
  }

  @Test
  void theLastMoveIsAppliedFirst() {
    SpatialMap map =
        SpatialMap.identity(GRID)
            .then(Affine.scaling(2, 2, 2))
            .then(Affine.translation(1, 0, 0))
            .then(new Bend(0));
    double[] points = {1, 2, 3, 0, 0, 0};
    map.apply(points, 2);
    assertArrayEquals(new double[] {4, 4, 6, 2, 0, 0}, points);
  }

  @Test
  void neighbouringAffineMapsBecomeOne() {
    SpatialMap map =
        SpatialMap.identity(GRID)
            .then(Affine.scaling(2, 2, 2))
            .then(Affine.translation(1, 0, 0))
            .then(new Bend(1e-3))
            .then(Affine.translation(1, 0, 0));
    assertEquals(3, map.transforms().size());
    assertEquals(4, map.linearWithin());
    assertEquals(Double.POSITIVE_INFINITY, SpatialMap.identity(GRID).linearWithin());
  }

  @Test
  void theInverseLeadsBack() {
    SpatialMap map =
        SpatialMap.identity(GRID)
            .then(Affine.of(1, 0.2, 0, 3, 0, 2, 0, 0, 0.1, 0, 1, -1))
            .then(new Bend(1e-5))
            .onto(GRID.crop(0, 0, 0, 2, 2, 2));
    double[] points = {0.3, -1, 2};
    map.apply(points, 1);
    map.inverse().apply(points, 1);
    assertArrayEquals(new double[] {0.3, -1, 2}, points, 1e-7);
    assertEquals(map.target(), map.inverse().source());
  }

  @Test
  void onlyTheSameGridIsIdentity() {
    SpatialMap map = SpatialMap.identity(GRID);
    assertTrue(map.isIdentity());
    assertFalse(map.onto(GRID.crop(0, 0, 0, 2, 2, 2)).isIdentity());
    assertFalse(map.then(Affine.IDENTITY).isIdentity());
  }
}
