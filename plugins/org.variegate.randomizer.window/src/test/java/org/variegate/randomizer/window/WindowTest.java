package org.variegate.randomizer.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.raster.LatticeResampler;
import org.variegate.tck.Fit;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class WindowTest implements RandomizerContract {

  private static Window window(Object... options) {
    return new Window(Options.of(Window.Config.class, options));
  }

  /** The middle, as large as can be, not stretched. */
  private static Window middle(int... size) {
    return window("size", size, "scale", "1", "aspect", "1", "position", "0.5");
  }

  @Override
  public Window stage() {
    return window("size", new int[] {24, 16});
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    Map<String, Supplier<? extends Randomizer>> refused = new TreeMap<>();
    refused.put("size=[]", () -> window("size", new int[] {}));
    refused.put("size=[0]", () -> window("size", new int[] {0}));
    refused.put("size=[1, 2, 3]", () -> window("size", new int[] {1, 2, 3}));
    refused.put("scale=0", () -> window("scale", "0"));
    refused.put("aspect=0", () -> window("aspect", "uniform(0, 1)"));
    refused.put("position=2", () -> window("position", "2"));
    return refused;
  }

  /** Two channels: the place of each pixel along x and along y. */
  private static Sample ramp(int width, int height) {
    Grid grid = new Grid(width, height, 1, Affine.IDENTITY);
    float[] values = new float[2 * grid.size()];
    for (int i = 0; i < grid.size(); i++) {
      values[i] = i % width;
      values[grid.size() + i] = i / width;
    }
    Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed());
    sample.put(Part.IMAGE, new Raster(grid, 2, "1", values));
    return sample;
  }

  private static float[] seen(Sample sample, Window window) {
    return seen(sample, window, Overrides.NONE);
  }

  private static float[] seen(Sample sample, Window window, Overrides overrides) {
    window.randomize(sample, new SampleDraws(1, 0, new DrawRecord(), overrides).child("window"));
    return sample.get(Part.IMAGE).values();
  }

  @Test
  void theSameSizeIsTheSameImage() {
    Sample sample = ramp(9, 7);
    float[] before = sample.get(Part.IMAGE).values().clone();
    assertArrayEquals(before, seen(sample, middle(9, 7)), 1e-4f);
  }

  @Test
  void enlargesFromEdgeToEdgeWithoutABorder() {
    float[] seen = seen(ramp(5, 5), middle(9));
    for (int i = 0; i < 81; i++) {
      assertEquals(i % 9 / 2.0, seen[i], 1e-4, "x of " + i);
      assertEquals(i / 9 / 2.0, seen[81 + i], 1e-4, "y of " + i);
    }
  }

  /** The largest square of a wide picture is in its middle; a ramp stays a ramp when blurred. */
  @Test
  void takesTheMiddleOfAWidePicture() {
    float[] seen = seen(ramp(201, 101), middle(21));
    for (int j = 3; j < 18; j++) {
      for (int i = 3; i < 18; i++) {
        assertEquals(50 + 5 * i, seen[21 * j + i], 0.01);
        assertEquals(5 * j, seen[441 + 21 * j + i], 0.01);
      }
    }
  }

  @Test
  void scaleAspectAndPositionSayWhichPart() {
    Window half = window("size", new int[] {11}, "scale", "0.5", "aspect", "4", "position", "0");
    float[] seen = seen(ramp(101, 101), half);
    assertEquals(5, seen[5 * 11 + 1], 0.3, "x goes on by 5 of 100");
    assertEquals(50, seen[5 * 11 + 10], 2, "half the width");
    assertEquals(1.25, seen[121 + 11 + 5], 0.3, "y goes on by a quarter of that");
  }

  /** Lines of one pixel, a third of the pixels kept: without a blur some would be seen whole. */
  @Test
  void whatIsReducedIsAveraged() {
    Grid grid = new Grid(121, 121, 1, Affine.IDENTITY);
    float[] values = new float[grid.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 121 % 4 == 0 ? 1 : 0;
    }
    Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed());
    sample.put(Part.IMAGE, new Raster(grid, 1, "1", values));
    float[] seen = seen(sample, middle(31));
    for (int i = 3; i < 28; i++) {
      assertEquals(0.25, seen[15 * 31 + i], 0.1, "pixel " + i);
    }
  }

  @Test
  void largerThanTheSampleIsSurroundedByZeros() {
    Window twice = window("size", new int[] {21}, "scale", "2", "aspect", "1", "position", "0.5");
    float[] seen = seen(ramp(11, 11), twice);
    assertEquals(0, seen[0]);
    assertEquals(5, seen[10 * 21 + 10], 1e-4);
    assertEquals(10, seen[10 * 21 + 15], 1e-4);
    assertEquals(0, seen[10 * 21 + 17], 1e-4);
  }

  @Test
  void volumesKeepTheirSlices() {
    Grid grid = Grid.centred(8, 6, 5, 2);
    Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed());
    float[] values = new float[grid.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 48;
    }
    sample.put(Part.IMAGE, new Raster(grid, 1, "1", values));
    float[] seen = seen(sample, middle(4));
    assertEquals(5, sample.grid().nz());
    assertEquals(3, seen[3 * 16 + 5], 1e-4);
  }

  @Test
  void drawsWhatItSays() {
    double[] drawn = new double[2000];
    Window window = window();
    for (int i = 0; i < drawn.length; i++) {
      DrawRecord record = new DrawRecord();
      window.randomize(ramp(3, 3), new SampleDraws(1, i, record, Overrides.NONE).child("window"));
      drawn[i] = (double) record.values().get("window.scale");
    }
    Fit.assertDrawnFrom("uniform(0.6, 1)", drawn);
  }

  @Test
  void refusesWhatWasSetByHand() {
    Overrides wrong = new Overrides(Map.of("window.scale", "-1"));
    var error =
        assertThrows(IllegalArgumentException.class, () -> seen(ramp(3, 3), stage(), wrong));
    assertTrue(error.getMessage().startsWith("scale: "), error.getMessage());
  }
}
