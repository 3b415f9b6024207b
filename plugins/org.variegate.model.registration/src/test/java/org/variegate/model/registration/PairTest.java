package org.variegate.model.registration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.model.registration.affine.Initialization;
import org.variegate.model.registration.affine.Level;
import org.variegate.model.registration.field.Carried;
import org.variegate.model.registration.field.Size;

class PairTest {

  @Test
  void affinesAreFoundFromCentres() {
    Grid grid = Grid.centred(20, 20, 20, 1);
    TreeMap<Integer, String> targets = new TreeMap<>();
    IntStream.range(0, 9).forEach(i -> targets.put(i, "target " + i));
    Level empty = new Level(grid, new float[grid.size()]);
    Start start = new Start(Initialization.NONE);
    float[] none = {};
    Pair pair = new Pair(empty, empty, start, corners(0), corners(3), targets, none);
    Affine found = pair.landmarks().orElseThrow();
    double[] at = {7, 8, 9};
    found.apply(at, 1);
    assertArrayEquals(new double[] {10, 8, 9}, at, 1e-9);
    assertArrayEquals(
        corners(0), new Carried(Size.of(grid), corners(3), found).nearest(Size.of(grid), none));
    targets.keySet().removeIf(number -> number > 0);
    short[] background = new short[grid.size()];
    Pair few = new Pair(empty, empty, start, background, background, targets, none);
    assertTrue(few.landmarks().isEmpty());
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
