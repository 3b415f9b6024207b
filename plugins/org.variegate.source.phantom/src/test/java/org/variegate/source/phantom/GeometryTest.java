package org.variegate.source.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.variegate.api.space.Grid;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;

class GeometryTest {
  private static final Frame STANDARD = new Frame(new double[] {1, 1, 1}, new double[Frame.TERMS]);

  @Test
  void distanceFromBallIsExact() {
    Ellipsoid ball = new Ellipsoid(0, 1, 2, 5, 5, 5);
    assertEquals(3, ball.distance(0, 9, 2), 1e-12);
    assertEquals(-2, ball.distance(0, 1, 5), 1e-12);
    assertEquals(-5, ball.distance(0, 1, 2), 1e-12);
  }

  @Test
  void distanceFromEllipsoidIsExactToFirstOrder() {
    Ellipsoid e = new Ellipsoid(10, 0, 0, 4, 8, 6, 3, 0);
    assertEquals(0, e.distance(14, 0, 0), 1e-12);
    assertEquals(0, e.distance(-10, 0, 6), 1e-12);
    assertEquals(0, e.distance(10, 0, -3), 1e-12);
    assertEquals(0.01, e.distance(10, 8.01, 0), 1e-4);
  }

  @Test
  void blendIsTheSmallerWhereTheyDiffer() {
    assertEquals(1, Ellipsoid.blend(1, 9, 4));
    assertEquals(2 - 1, Ellipsoid.blend(2, 2, 4), 1e-12);
  }

  @Test
  void frameTakesPointsThereAndBack() {
    double[] bend = new double[Frame.TERMS];
    for (int i = 0; i < bend.length; i++) {
      bend[i] = (i % 5 - 2) * 3;
    }
    Frame frame = new Frame(new double[] {0.9, 1.1, 1.05}, bend);
    double[] p = {40, -80, 60};
    frame.toWorld(p);
    assertTrue(Math.abs(p[0] - 36) + Math.abs(p[1] + 88) + Math.abs(p[2] - 63) > 2);
    frame.toStandard(p);
    assertArrayEquals(new double[] {40, -80, 60}, p, 0.02);
  }

  @Test
  void ballHasTheVolumeOfABall() {
    Tube ball =
        new Tube(Tissue.LEFT_EYE, 0, 1, new double[] {1, 1, 1}, new double[][] {{-3, 2, 1, 12}});
    double expected = 4 / 3.0 * Math.PI * 12 * 12 * 12;
    assertEquals(expected, painted(ball.placed(STANDARD, 1, 0, 0, 0)), 0.01 * expected);
    assertEquals(8 * expected, painted(ball.placed(STANDARD, 2, 1, 2, 3)), 0.08 * expected);
  }

  @Test
  void tubeHasTheVolumeOfACylinderWithRoundEnds() {
    Tube tube =
        new Tube(
            Tissue.LEFT_EYE,
            0,
            1,
            new double[] {1, 1, 2},
            new double[][] {{-10, 0, 0, 6}, {0, 8, 0, 6}, {10, 16, 0, 6}});
    double length = 2 * Math.sqrt(164);
    double expected = (Math.PI * 36 * length + 4 / 3.0 * Math.PI * 216) / 2;
    assertEquals(expected, painted(tube), 0.02 * expected);
  }

  private static double painted(Tube tube) {
    Grid grid = Grid.centred(100, 101, 102, 0.7);
    byte[] places = new byte[grid.size()];
    tube.paint(grid, STANDARD, places);
    int count = 0;
    for (byte place : places) {
      count += place == Tissue.LEFT_EYE.place() ? 1 : 0;
    }
    return count * 0.7 * 0.7 * 0.7;
  }

  @Test
  void halvesMeetInTheMiddle() {
    double[][] ball = {{3, 0, 0, 9}};
    Tube right = new Tube(Tissue.RIGHT_EYE, 1, ~0L, new double[] {1, 1, 1}, ball);
    Grid grid = Grid.centred(41, 30, 30, 1);
    byte[] one = new byte[grid.size()];
    right.paint(grid, STANDARD, one);
    right.mirrored().paint(grid, STANDARD, one);
    byte[] other = new byte[grid.size()];
    right.mirrored().paint(grid, STANDARD, other);
    right.paint(grid, STANDARD, other);
    assertArrayEquals(one, other);
    assertEquals(Tissue.LEFT_EYE.place(), one[19 + 41 * (15 + 30 * 15)]);
    assertEquals(Tissue.RIGHT_EYE.place(), one[21 + 41 * (15 + 30 * 15)]);
  }

  @Test
  void tubeKeepsToWhatItMayReplace() {
    Grid grid = Grid.centred(9, 9, 9, 1);
    byte[] places = new byte[grid.size()];
    java.util.Arrays.fill(places, Tissue.BONE.place());
    places[4 + 9 * (4 + 9 * 4)] = Tissue.FAT.place();
    long fat = Tissue.set(Tissue.FAT);
    new Tube(Tissue.MUSCLE, 0, fat, new double[] {1, 1, 1}, new double[][] {{0, 0, 0, 3}})
        .paint(grid, STANDARD, places);
    assertEquals(Tissue.MUSCLE.place(), places[4 + 9 * (4 + 9 * 4)]);
    assertEquals(Tissue.BONE.place(), places[5 + 9 * (4 + 9 * 4)]);
  }

  @Test
  void latticeIsExactForLinearFunctions() {
    Grid grid = Grid.centred(13, 11, 10, 1.5);
    Lattice lattice =
        new Lattice(
            grid,
            5,
            2,
            (x, y, z, out, to, stride) -> {
              out[to] = (float) x;
              out[to + stride] = (float) (2 * y - z);
            });
    float[] row = new float[13];
    lattice.row(0, 4, 7, row);
    assertEquals(1.5 * (5 - 6), row[5], 1e-4);
    lattice.row(1, 4, 7, row);
    assertEquals(2 * 1.5 * (4 - 5) - 1.5 * (7 - 4.5), row[12], 1e-4);
  }

  /** Along random lines zeros lie 4.5 nodes apart, and the slope there is about 1. */
  @Test
  void ripplesMeasureDistances() {
    SampleDraws draws = new SampleDraws(1, 0, new DrawRecord(), Overrides.NONE);
    Ripples ripples = new Ripples(draws.noise("folds"));
    int zeros = 0;
    double gradient = 0;
    int lines = 400;
    for (int line = 0; line < lines; line++) {
      double y = line * 0.713;
      double z = line * 0.377;
      for (double x = 0; x < 32; x += 0.25) {
        double here = ripples.at(x, y, z);
        if (here * ripples.at(x + 0.25, y, z) < 0) {
          zeros++;
          double dx = ripples.at(x + 0.5, y, z) - ripples.at(x - 0.5, y, z);
          double dy = ripples.at(x, y + 0.5, z) - ripples.at(x, y - 0.5, z);
          double dz = ripples.at(x, y, z + 0.5) - ripples.at(x, y, z - 0.5);
          gradient += Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
      }
    }
    assertEquals(4.5, 32.0 * lines / zeros, 0.45);
    assertEquals(1, gradient / zeros, 0.12);
    assertEquals(ripples.at(3.3, 7.1, 31.9), ripples.at(3.3 + 32, 7.1 - 32, 31.9), 1e-5);
  }
}
