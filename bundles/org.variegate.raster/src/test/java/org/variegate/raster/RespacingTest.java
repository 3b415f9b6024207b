package org.variegate.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;

class RespacingTest {
  private static final Grid GRID = new Grid(20, 9, 1, Affine.scaling(1, 2, 3));

  @Test
  void theFieldOfViewStays() {
    Grid target = new Respacing(GRID, 2).target();
    assertEquals(new Grid(10, 9, 1, target.toWorld()), target);
    assertArrayEquals(GRID.centre(), target.centre(), 1e-12);
    assertEquals(2, target.spacing(0), 1e-12);
    assertEquals(3, target.spacing(2), 1e-12);
    assertTrue(new Respacing(target, 2).isNone());
    assertFalse(new Respacing(GRID, 2).isNone());
  }

  @Test
  void aViewLeavesTheSampleAsItIs() {
    Sample sample = new Sample(0, new LatticeResampler(), new HeapArena());
    float[] values = new float[180];
    byte[] places = new byte[180];
    for (int i = 0; i < 180; i++) {
      values[i] = i % 20;
      places[i] = (byte) (i % 20 < 10 ? 0 : 1);
    }
    Legend legend = new Legend(List.of(Label.plain(0), Label.plain(1)));
    sample.put(Part.IMAGE, new Raster(GRID, 1, "1", values.clone()));
    sample.put(Part.LABELS, LabelMap.of(GRID, legend, places));
    assertSame(sample, Respacing.view(sample, 0));
    Sample view = Respacing.view(sample, 2);
    assertEquals(new Respacing(GRID, 2).target(), view.grid());
    assertEquals(8.5, view.get(Part.IMAGE).values()[44], 0.02);
    assertEquals(1, view.get(Part.LABELS).place(45));
    assertEquals(0, view.get(Part.LABELS).place(44));
    assertEquals(GRID, sample.grid());
    assertArrayEquals(values, sample.get(Part.IMAGE).values());
  }

  /** Axes left, down and front, as of conformed scans; the same voxels, none interpolated. */
  @Test
  void aViewIsUpright() {
    Grid turned = new Grid(4, 3, 2, Affine.of(-1, 0, 0, 1, 0, 0, 3, -2, 0, -2, 0, 5));
    float[] values = new float[24];
    for (int i = 0; i < 24; i++) {
      values[i] = i;
    }
    Sample sample = new Sample(0, new LatticeResampler(), new HeapArena());
    sample.put(Part.IMAGE, new Raster(turned, 1, "1", values));
    Sample view = Respacing.view(sample, 0);
    Grid upright = view.grid();
    assertEquals(new Grid(4, 2, 3, Affine.of(1, 0, 0, -2, 0, 3, 0, -2, 0, 0, 2, 1)), upright);
    // the first voxel: left, behind, below
    assertEquals(values[3 + 4 * (2 + 3 * 0)], view.get(Part.IMAGE).values()[0]);
    assertEquals(values[0 + 4 * (0 + 3 * 1)], view.get(Part.IMAGE).values()[23]);
    assertSame(view, Respacing.view(view, 0));
    assertEquals(turned, sample.grid());
    Sample coarse = Respacing.view(sample, 6);
    assertEquals(new Respacing(upright, 6).target(), coarse.grid());
  }
}
