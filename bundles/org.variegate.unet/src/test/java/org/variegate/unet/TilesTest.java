package org.variegate.unet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TilesTest {
  private static final UNetShape VOLUME =
      new UNetShape(3, 1, 1, 3, 4, 4, 1, UNetShape.Normalization.BATCH, 0);
  private static final UNetShape PLANE =
      new UNetShape(2, 1, 1, 3, 4, 4, 1, UNetShape.Normalization.BATCH, 0);

  /** Values of few bits, so that weighted sums are exact. */
  private static float[] image(int count) {
    float[] image = new float[count];
    for (int i = 0; i < count; i++) {
      image[i] = (i * 7919 >> 3) & 7;
    }
    return image;
  }

  private static float[] whole(Tiles tiles, int[] volume, float[] image, Tiles.Work work) {
    int plane = volume[0] * volume[1];
    int channels = image.length / plane / volume[2];
    float[] whole = new float[image.length];
    int[] last = {-1};
    tiles.each(
        volume,
        image,
        work,
        (z, outputs) -> {
          assertEquals(++last[0], z);
          for (int c = 0; c < channels; c++) {
            System.arraycopy(outputs[c], 0, whole, (c * volume[2] + z) * plane, plane);
          }
        });
    assertEquals(volume[2] - 1, last[0]);
    return whole;
  }

  @Test
  void whatIsRepeatedComesTogetherAsItWas() {
    for (int[] volume : new int[][] {{17, 13, 30}, {8, 8, 8}, {3, 20, 5}, {1, 1, 1}}) {
      float[] image = image(2 * volume[0] * volume[1] * volume[2]);
      for (double overlap : new double[] {0, 0.3, 0.75}) {
        Tiles tiles = new Tiles(VOLUME, 9, overlap);
        assertArrayEquals(image, whole(tiles, volume, image, (size, values) -> values.clone()), 0);
      }
    }
  }

  @Test
  void tilesFitTheNetwork() {
    List<int[]> sizes = new ArrayList<>();
    Tiles.Work work =
        (size, values) -> {
          sizes.add(size);
          VOLUME.requireFit(size);
          return values.clone();
        };
    int[] volume = {17, 3, 30};
    whole(new Tiles(VOLUME, 11, 0.5), volume, image(17 * 3 * 30), work);
    sizes.forEach(size -> assertArrayEquals(new int[] {8, 4, 8}, size));
    assertTrue(sizes.size() >= 4 * 7, "got " + sizes.size());
  }

  @Test
  void planesAreLookedAtOneByOneByFlatNetworks() {
    int[] volume = {9, 10, 3};
    float[] image = image(9 * 10 * 3);
    Tiles.Work work =
        (size, values) -> {
          PLANE.requireFit(size);
          return values.clone();
        };
    assertArrayEquals(image, whole(new Tiles(PLANE, 8, 0.5), volume, image, work), 0);
  }

  @Test
  void bordersOfTilesCountLess() {
    int[] volume = {12, 4, 4};
    float[] image = new float[12 * 4 * 4];
    int[] call = {0};
    float[] whole =
        whole(
            new Tiles(VOLUME, 8, 0.5),
            volume,
            image,
            (size, values) -> {
              float[] said = new float[values.length];
              Arrays.fill(said, call[0]++);
              return said;
            });
    assertArrayEquals(
        new float[] {0, 0, 0, 0, 0.2f, 0.4f, 0.6f, 0.8f, 1, 1, 1, 1},
        Arrays.copyOf(whole, 12),
        1e-6f);
  }

  @Test
  void wrongOptionsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Tiles(VOLUME, 3, 0));
    assertThrows(IllegalArgumentException.class, () -> new Tiles(VOLUME, 8, Double.NaN));
  }
}
