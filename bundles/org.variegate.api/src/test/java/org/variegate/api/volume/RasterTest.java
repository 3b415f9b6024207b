package org.variegate.api.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Grid;

class RasterTest {

  private static Raster raster(int nx, int ny, int nz, int channels) {
    Grid grid = Grid.centred(nx, ny, nz, 1);
    return new Raster(grid, channels, "1", new float[grid.size() * channels]);
  }

  /** Whatever the shape, blocks cover each value once, in the order of memory. */
  @Test
  void blocksCoverEveryValueOnce() {
    int[][] shapes = {
      {1, 1, 1, 1}, {5, 3, 2, 1}, {160, 60, 2, 3}, {5000, 3, 1, 2}, {1, 9000, 2, 1}
    };
    for (int[] s : shapes) {
      Raster raster = raster(s[0], s[1], s[2], s[3]);
      int[] next = {0};
      raster.change(
          (values, block) -> {
            assertEquals(next[0], block.from());
            assertEquals(block.from(), block.voxel() + block.channel() * raster.grid().size());
            assertEquals(block.voxel(), s[0] * (block.y() + s[1] * block.z()));
            next[0] += block.count();
          });
      assertEquals(raster.values().length, next[0]);
    }
  }

  @Test
  void changesRunOnceInTheirOrderWhenAskedFor() {
    Raster raster = raster(3, 1, 1, 1);
    List<String> order = new ArrayList<>();
    raster.change((values, block) -> order.add("add " + (values[0] += 1)));
    raster.change((values, block) -> order.add("double " + (values[0] *= 2)));
    assertEquals(List.of(), order);
    assertEquals(2, raster.values()[0]);
    raster.change((values, block) -> order.add("more " + (values[0] += 5)));
    assertEquals(7, raster.values()[0]);
    raster.values();
    assertEquals(List.of("add 1.0", "double 2.0", "more 7.0"), order);
  }

  /** Blocks are small, so that several changes find their values in the nearest cache. */
  @Test
  void changesAlternateBlockByBlock() {
    Raster raster = raster(100, 100, 1, 1);
    StringBuilder order = new StringBuilder();
    raster.change((values, block) -> order.append('a'));
    raster.change((values, block) -> order.append('b'));
    raster.values();
    assertEquals("ababab", order.toString());
  }

  @Test
  void valuesAreShared() {
    float[] values = {1, 2};
    Raster raster = new Raster(Grid.centred(2, 1, 1, 1), 1, "HU", values);
    assertSame(values, raster.values());
    assertEquals("HU", raster.unit());
    assertArrayEquals(new float[] {1, 2}, values);
  }

  @Test
  void theNumberOfValuesMustFit() {
    Grid grid = Grid.centred(2, 2, 1, 1);
    for (int channels : new int[] {0, 2}) {
      assertThrows(
          IllegalArgumentException.class, () -> new Raster(grid, channels, "1", new float[4]));
    }
  }
}
