package org.variegate.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

class ComponentsTest {
  private static Grid grid(int nx, int ny, int nz) {
    return new Grid(nx, ny, nz, Affine.scaling(1, 1, 1));
  }

  private static byte[] random(int size, double share, int seed) {
    Random random = new Random(seed);
    byte[] set = new byte[size];
    for (int i = 0; i < size; i++) {
      set[i] = (byte) (random.nextDouble() < share ? 1 : 0);
    }
    return set;
  }

  /** Each voxel takes the least index of its neighbours until none changes. */
  private static int[] slowly(Grid grid, byte[] set, int of) {
    int[] least = new int[set.length];
    for (int i = 0; i < least.length; i++) {
      least[i] = set[i] == of ? i : -1;
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int i = 0; i < least.length; i++) {
        for (int j = 0; j < least.length; j++) {
          if (least[i] >= 0 && least[j] >= 0 && touch(grid, i, j) && least[j] < least[i]) {
            least[i] = least[j];
            changed = true;
          }
        }
      }
    }
    return least;
  }

  private static boolean touch(Grid grid, int i, int j) {
    int nx = grid.nx();
    int ny = grid.ny();
    return Math.abs(i % nx - j % nx)
            + Math.abs(i / nx % ny - j / nx % ny)
            + Math.abs(i / nx / ny - j / nx / ny)
        == 1;
  }

  @Test
  void piecesAreThoseOfASlowSearch() {
    for (Grid grid : new Grid[] {grid(5, 4, 6), grid(9, 8, 1), grid(1, 7, 1)}) {
      for (int seed = 0; seed < 5; seed++) {
        byte[] set = random(grid.size(), 0.45, seed);
        int[] pieces = new int[set.length];
        new Components(grid).label(set, (byte) 1, pieces);
        int[] least = slowly(grid, set, 1);
        int count = 0;
        for (int i = 0; i < set.length; i++) {
          count += least[i] == i ? 1 : 0;
          assertEquals(least[i] < 0 ? 0 : pieces[least[i]], pieces[i]);
          assertEquals(least[i] == i ? count : pieces[i], pieces[i], "in the order of firsts");
        }
      }
    }
  }

  @Test
  void theLargestPieceStays() {
    byte[] set = {
      1, 1, 0, 1,
      0, 0, 0, 1,
      1, 0, 1, 1
    };
    new Components(grid(4, 3, 1)).keepLargest(set);
    assertArrayEquals(
        new byte[] {
          0, 0, 0, 1,
          0, 0, 0, 1,
          0, 0, 1, 1
        },
        set);
    byte[] none = new byte[12];
    new Components(grid(4, 3, 1)).keepLargest(none);
    assertArrayEquals(new byte[12], none);
  }

  @Test
  void whatIsEnclosedIsFilled() {
    byte[] ring = {
      0, 1, 1, 1, 0,
      0, 1, 0, 1, 0,
      1, 1, 1, 1, 0,
      0, 1, 0, 0, 0
    };
    byte[] filled = ring.clone();
    filled[7] = 1;
    new Components(grid(5, 4, 1)).fillHoles(ring);
    assertArrayEquals(filled, ring);
    byte[] shell = new byte[125];
    for (int i = 0; i < 125; i++) {
      boolean within = i % 5 % 4 > 0 && i / 5 % 5 % 4 > 0 && i / 25 % 4 > 0;
      shell[i] = (byte) (within && i != 62 ? 1 : 0);
    }
    new Components(grid(5, 5, 5)).fillHoles(shell);
    assertEquals(1, shell[62]);
    assertEquals(0, shell[0]);
    byte[] open = shell.clone();
    open[62] = 0;
    open[61] = 0;
    new Components(grid(5, 5, 5)).fillHoles(open);
    assertEquals(0, open[62], "a way out through " + 61);
  }
}
