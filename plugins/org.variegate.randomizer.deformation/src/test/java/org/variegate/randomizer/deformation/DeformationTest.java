package org.variegate.randomizer.deformation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.variegate.api.Part;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.volume.Raster;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.raster.LatticeResampler;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class DeformationTest implements RandomizerContract {
  private static final Object[] STILL = {
    "rotation", "0", "scaling", "1", "shear", "0", "deviation", "0"
  };
  private static final Grid FINE = Grid.centred(64, 64, 64, 1);

  private static Deformation deformation(Object... options) {
    return new Deformation(Options.of(Deformation.Config.class, options));
  }

  /** Nothing but what the options say. */
  private static Deformation only(Object... options) {
    Object[] all = Arrays.copyOf(STILL, STILL.length + options.length);
    System.arraycopy(options, 0, all, STILL.length, options.length);
    return deformation(all);
  }

  @Override
  public Randomizer stage() {
    return deformation();
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "scaling=0", () -> deformation("scaling", "uniform(0, 1)"),
        "shear=0.5", () -> deformation("shear", "0.5"),
        "deviation=-1", () -> deformation("deviation", "normal(0, 1)"),
        "spacing=0", () -> deformation("spacing", "0"));
  }

  private record Run(Sample sample, DrawRecord record) {

    SpatialMap map() {
      return sample.map();
    }

    double[] source(double... point) {
      double[] moved = point.clone();
      map().apply(moved, point.length / 3);
      return moved;
    }
  }

  private static Run run(Deformation stage, Grid grid, long index) {
    Sample sample = new Sample(index, new LatticeResampler(), HeapArena.zeroed());
    sample.put(Part.IMAGE, new Raster(grid, 1, "1", new float[grid.size()]));
    DrawRecord record = new DrawRecord();
    stage.randomize(sample, new SampleDraws(5, index, record, Overrides.NONE));
    return new Run(sample, record);
  }

  private static double[] points() {
    double[] points = new double[3 * 125];
    for (int i = 0; i < 125; i++) {
      points[3 * i] = -24 + 12 * (i % 5) + .3;
      points[3 * i + 1] = -24 + 12 * (i / 5 % 5) + .4;
      points[3 * i + 2] = -24 + 12 * (i / 25) + .5;
    }
    return points;
  }

  @Test
  void quarterTurnTakesAxesToAxes() {
    assertArrayEquals(
        new double[] {-2, 1, 3}, run(zTurn(), Grid.centred(8, 8, 1, 1), 0).source(1, 2, 3), 1e-12);
    Run solid = run(only("rotation", "90"), FINE, 0);
    // Rx Ry Rz of (1, 2, 3): (-2, 1, 3), then (3, 1, 2), then (3, -2, 1)
    assertArrayEquals(new double[] {3, -2, 1}, solid.source(1, 2, 3), 1e-12);
  }

  private static Deformation zTurn() {
    return only("rotation", "90");
  }

  @Test
  void turnsAreAboutTheMiddleOfTheGrid() {
    Grid shifted = FINE.crop(10, -5, 3, 20, 30, 40);
    double[] middle = shifted.centre();
    assertArrayEquals(middle, run(only("rotation", "33"), shifted, 0).source(middle), 1e-9);
  }

  @Test
  void subjectIsShiftedAndScaledAsDeclared() {
    assertArrayEquals(
        new double[] {-4, -3, -2}, run(only("translation", "5"), FINE, 0).source(1, 2, 3), 1e-12);
    assertArrayEquals(
        new double[] {2, 4, 6}, run(only("scaling", "2"), FINE, 0).source(1, 2, 3), 1e-12);
    assertArrayEquals(
        new double[] {1.5, 2.4, 3.3}, run(only("shear", "0.1"), FINE, 0).source(1, 2, 3), 1e-12);
  }

  @Test
  void meansTheSameInMillimetresAtAnyResolution() {
    Grid coarse = Grid.centred(32, 32, 32, 2);
    for (int i = 0; i < 5; i++) {
      double[] fine = run(deformation(), FINE, i).source(points());
      assertArrayEquals(fine, run(deformation(), coarse, i).source(points()), 1e-9);
    }
  }

  @Test
  void inverseOfTheMapUndoesIt() {
    for (int i = 0; i < 5; i++) {
      Run run = run(deformation(), FINE, i);
      double[] back = run.source(points());
      run.map().inverse().apply(back, back.length / 3);
      assertArrayEquals(points(), back, .3, "within .3 mm everywhere");
    }
  }

  @Test
  void planesTurnAndWarpWithinThemselves() {
    Grid plane = new Grid(40, 40, 1, Affine.of(0, 0, 1, 7, 1, 0, 0, -20, 0, 1, 0, -20));
    for (int i = 0; i < 5; i++) {
      double[] point = run(deformation("spacing", "10"), plane, i).source(7, 3, 4);
      assertEquals(7, point[0], 1e-9);
      assertTrue(Math.abs(point[1] - 3) > 1e-3);
    }
  }

  @Test
  void velocitiesAreAsStrongAsDeclared() {
    // 27 nodes, 3 components, 200 samples; the flow of a constant field is the field, and near a
    // node of a field 1000 times wider than the grid the field is constant
    double sum = 0;
    for (int i = 0; i < 2000; i++) {
      Run run = run(only("deviation", "3", "spacing", "64000"), FINE, i);
      double[] p = run.source(0, 0, 0);
      sum += p[0] * p[0] + p[1] * p[1] + p[2] * p[2];
    }
    // in the middle between 8 nodes the variance is an eighth; 4.9 sd of 6000 squares: 1e-6
    double expected = 9.0 / 8;
    assertEquals(expected, sum / 6000, 4.9 * expected * Math.sqrt(2.0 / 6000));
  }

  @ParameterizedTest
  @CsvSource({"rotation,-15,15", "scaling,.8,1.2", "shear,-.012,.012", "deviation,0,4"})
  void drawsAreAsDeclared(String name, double low, double high) {
    Grid small = Grid.centred(4, 4, 4, 30);
    double[] values = new double[2000];
    for (int i = 0; i < values.length; i++) {
      Object drawn = run(deformation("spacing", "100"), small, i).record().values().get(name);
      values[i] = drawn instanceof double[] several ? several[0] : (Double) drawn;
    }
    assertDrawnFrom("uniform(" + low + ", " + high + ")", values);
  }

  @Test
  void nothingDrawnMovesNothing() {
    assertTrue(run(only(), FINE, 0).map().isIdentity());
  }
}
