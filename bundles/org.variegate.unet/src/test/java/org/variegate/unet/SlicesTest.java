package org.variegate.unet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;

class SlicesTest {
  /** The colour of a point, given as parts of the width and the height. */
  private static int[] color(Raster picture, double across, double down) {
    int size = picture.grid().size();
    int at =
        (int) (across * picture.grid().nx())
            + picture.grid().nx() * (int) (down * picture.grid().ny());
    return new int[] {
      Math.round(picture.values()[at]),
      Math.round(picture.values()[size + at]),
      Math.round(picture.values()[2 * size + at])
    };
  }

  private static int brightness(Raster picture, double across, double down) {
    return color(picture, across, down)[0];
  }

  /** 4 x 6 x 8 mm; 1 to the right, .5 in front, .2 above, each with what lies there before. */
  private static float[] image(Grid grid) {
    float[] image = new float[grid.size()];
    for (int i = 0; i < image.length; i++) {
      double[] point = {i % grid.nx(), i / grid.nx() % grid.ny(), i / grid.nx() / grid.ny()};
      grid.toWorld().apply(point, 1);
      image[i] = point[0] > 0 ? 1 : point[1] > 0 ? 0.6f : point[2] > 0 ? 0.2f : 0;
    }
    return image;
  }

  @Test
  void planesAreSeenFromAboveAndFromTheFront() {
    Grid straight = Grid.centred(4, 6, 8, 1);
    // axes left, down, front
    Grid turned = new Grid(4, 8, 6, Affine.of(-1, 0, 0, 1.5, 0, 0, 1, -2.5, 0, -1, 0, 3.5));
    for (Grid grid : List.of(straight, turned)) {
      List<Raster> seen = new Slices(grid, image(grid)).pictures();
      assertEquals(2, seen.size());
      Raster above = seen.get(0);
      assertEquals(85, above.grid().nx());
      assertEquals(Slices.SIDE, above.grid().ny());
      assertEquals(255, brightness(above, 0.1, 0.9), "the right side stands on the left");
      assertEquals(153, brightness(above, 0.9, 0.1), "the front stands above");
      assertEquals(255, brightness(seen.get(1), 0.1, 0.9));
    }
  }

  @Test
  void labelsAreDrawnOverThePlaneThroughTheirMiddle() {
    Grid grid = Grid.centred(5, 5, 5, 2);
    float[] image = new float[grid.size()];
    byte[] truth = new byte[grid.size()];
    image[2 + 5 * (2 + 5)] = 1; // of the second plane from below
    truth[2 + 5 * (2 + 5)] = 1;
    List<Raster> seen = new Slices(grid, image, truth).pictures(truth, new byte[truth.length]);
    assertEquals(6, seen.size());
    assertArrayEquals(new int[] {255, 255, 255}, color(seen.get(0), 0.5, 0.5));
    int[] blue = color(seen.get(1), 0.5, 0.5);
    assertTrue(blue[2] > blue[0] + 50, "blue is " + blue[0] + " " + blue[1] + " " + blue[2]);
    assertArrayEquals(new int[] {0, 0, 0}, color(seen.get(1), 0.1, 0.1));
    assertArrayEquals(new int[] {255, 255, 255}, color(seen.get(2), 0.5, 0.5));
  }

  @Test
  void aPlaneIsShownAsItIs() {
    Grid plane = Grid.centred(2, 1, 1, 1);
    List<Raster> seen = new Slices(plane, new float[] {0, 1}).pictures();
    assertEquals(1, seen.size());
    assertEquals(0, brightness(seen.get(0), 0.1, 0));
    assertEquals(255, brightness(seen.get(0), 0.9, 0));
  }
}
