package org.variegate.unet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

class MirrorTest {
  private static final int[] SIZE = {3, 2, 2};

  private static float[] image() {
    float[] image = new float[24];
    for (int i = 0; i < 24; i++) {
      image[i] = i;
    }
    return image;
  }

  @Test
  void whatIsReversedTwiceIsAsItWas() {
    for (int axis = 0; axis < 3; axis++) {
      float[] twice = Mirror.reversed(SIZE, Mirror.reversed(SIZE, image(), axis), axis);
      assertArrayEquals(image(), twice);
    }
    assertEquals(2, Mirror.reversed(SIZE, image(), 0)[0]);
    assertEquals(3, Mirror.reversed(SIZE, image(), 1)[0]);
    assertEquals(6, Mirror.reversed(SIZE, image(), 2)[0]);
  }

  @Test
  void theAxisIsThatFromLeftToRight() {
    Grid turned = new Grid(4, 5, 6, Affine.of(0, 0, -2, 0, 1, 0, 0, 0, 0, 1, 0, 0));
    assertEquals(2, Mirror.sideways(turned));
    Grid sagittal = new Grid(1, 5, 6, Affine.scaling(1, 1, 1));
    assertEquals(1, Mirror.sideways(sagittal));
  }

  @Test
  void partnersChangePlaces() {
    Grid grid = new Grid(3, 2, 2, Affine.scaling(1, 1, 1));
    // says 1 of the left voxels in its first output and of the right ones in its second
    Tiles.Work sides =
        (size, image) -> {
          float[] said = new float[24];
          for (int i = 0; i < 12; i++) {
            said[i] = i % 3 == 0 ? 1 : 0;
            said[12 + i] = i % 3 == 2 ? 1 : 0;
          }
          return said;
        };
    float[] said = sides.of(SIZE, image());
    assertArrayEquals(said, Mirror.averaged(sides, grid, new int[] {1, 0}).of(SIZE, new float[12]));
    assertEquals(0.5f, Mirror.averaged(sides, grid, new int[] {0, 1}).of(SIZE, new float[12])[2]);
  }
}
