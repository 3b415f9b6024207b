package org.variegate.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.variegate.tck.HeapArena;

/** Under a map of which one half is in shadow: light falls straight down. */
class QuadsTest {
  private static final int SIZE = 64;

  private final Batch batch = new Batch(4, 0);
  private final Quads quads = new Quads(16);
  private final ShadowMap map = map();

  private static ShadowMap map() {
    Samples samples = Samples.depthOnly(SIZE, HeapArena.zeroed());
    samples.clear(0, SIZE);
    for (int v = 0; v < SIZE; v++) {
      Arrays.fill(samples.near, v * SIZE, v * SIZE + SIZE / 2, 10);
    }
    float[] rows = {1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 5};
    return new ShadowMap(samples, rows, false, 0, 1, HeapArena.zeroed());
  }

  private float seen(int i, int column, float x, float nx) {
    batch.column[i] = column;
    batch.row[i] = 3;
    batch.x[i] = x;
    batch.z[i] = SIZE / 2f;
    batch.nx[i] = nx;
    batch.ny[i] = (float) Math.sqrt(1 - nx * nx);
    batch.reach[i] = 4 * 4;
    return quads.seen(batch, i, map);
  }

  @Test
  void plainShadowsAreSharedByWhatIsAlike() {
    assertEquals(0, seen(0, 2, 28, 0), "in shadow");
    assertEquals(0, seen(1, 2, 31.9f, 0), "near, so as dark");
    assertEquals(1, seen(2, 2, 40, 0), "too far away to be alike");
    assertEquals(1, seen(3, 1, 44, 0), "another quad");
  }

  @Test
  void whatFacesElsewhereIsLookedUp() {
    assertEquals(1, seen(0, 2, 38, 0), "in light");
    assertEquals(1, seen(1, 2, 35, 0.3f), "faces about the same way");
    assertEquals(0, seen(2, 2, 30, -0.8f), "faces elsewhere, and is in shadow");
  }

  @Test
  void penumbraIsLookedUpEachTime() {
    float before = seen(0, 2, 32.2f, 0);
    float after = seen(1, 2, 31.8f, 0);
    assertEquals(true, before > after && before < 1 && after > 0, before + " " + after);
  }
}
