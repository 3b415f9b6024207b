package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;

class FlowTest {
  private static final int W = 16;
  private static final int H = 8;

  /** Everything goes right by 3 and down by 1; the pixel at (2, 2) is hidden next. */
  private static Sample sample() {
    Grid grid = new Grid(W, H, 1, Affine.IDENTITY);
    float[] next = new float[3 * W * H];
    for (int i = 0; i < W * H; i++) {
      next[i] = i % W + 3.5f;
      next[i + W * H] = i / W + 1.5f;
      next[i + 2 * W * H] = i == 2 * W + 2 ? 0 : 1;
    }
    Sample sample = new Sample(0, (map, a) -> new Nearest(map), new HeapArena());
    Camera camera = Camera.lookAt(new Point3f(0, 0, 1), new Point3f(), 0, 1);
    sample.put(View.VIEW, new View(camera, W, H, List.of()));
    sample.put(View.NEXT, new Raster(grid, 3, "pixels", next));
    return sample;
  }

  private static void check(Sample sample, int x, int y, double right, double down, int seen) {
    Raster flow = Flow.of(sample);
    int size = flow.grid().size();
    int i = y * flow.grid().nx() + x;
    assertEquals(right, flow.values()[i], 1e-5);
    assertEquals(down, flow.values()[i + size], 1e-5);
    assertEquals(seen, flow.values()[i + 2 * size]);
  }

  @Test
  void asItWasTaken() {
    check(sample(), 5, 4, 3, 1, 1);
    check(sample(), 2, 2, 3, 1, 0);
    check(sample(), W - 3, 0, 3, 1, 0);
    check(sample(), W - 4, 0, 3, 1, 1);
    check(sample(), 0, H - 1, 3, 1, 0);
  }

  @Test
  void afterAFlipItGoesLeft() {
    Sample sample = sample();
    sample.move(Affine.of(-1, 0, 0, W - 1, 0, 1, 0, 0, 0, 0, 1, 0));
    check(sample, 5, 4, -3, 1, 1);
    check(sample, W - 3, 2, -3, 1, 0);
    check(sample, 2, 0, -3, 1, 0);
  }

  /** A crop has edges of its own; half as many pixels show half the way. */
  @Test
  void afterACropAndAtHalfTheResolution() {
    Sample sample = sample();
    sample.regrid(sample.grid().crop(1, 1, 0, 8, 6, 1));
    check(sample, 4, 2, 3, 1, 1);
    check(sample, 5, 2, 3, 1, 0);
    Sample small = sample();
    small.regrid(new Grid(W / 2, H / 2, 1, Affine.of(2, 0, 0, 1, 0, 2, 0, 1, 0, 0, 1, 0)));
    Raster flow = Flow.of(small);
    assertEquals(1.5, flow.values()[9], 0.26);
    assertEquals(0.5, flow.values()[9 + flow.grid().size()], 0.26);
  }

  @Test
  void withoutThePassThereIsNone() {
    Sample none = new Sample(0, (map, a) -> null, null);
    assertThrows(IllegalStateException.class, () -> Flow.of(none));
  }
}
