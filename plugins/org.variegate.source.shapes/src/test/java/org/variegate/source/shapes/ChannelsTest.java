package org.variegate.source.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.variegate.api.space.Grid;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Noise;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;

class ChannelsTest {

  private static Noise noise(long sample) {
    return new SampleDraws(1, sample, new DrawRecord(), Overrides.NONE).noise("noise");
  }

  /** Functions that are linear along each axis lose nothing, so the winner is known everywhere. */
  @Test
  void winnerIsTheLargestChannel() {
    for (int nz : new int[] {1, 11}) {
      Grid grid = Grid.centred(17, 13, nz, 2);
      Channels channels = new Channels(grid, 5, 6);
      Channels.Channel[] functions = new Channels.Channel[6];
      for (int label = 0; label < 6; label++) {
        float[] c = new float[8];
        noise(label).gaussian(c, 0, 8, 0);
        functions[label] =
            (x, y, z) -> {
              double u = x / 16 - 1;
              double v = y / 12 - 1;
              double w = z / 10 - 1;
              return c[0] + c[1] * u + c[2] * v + c[3] * w + c[4] * u * v + c[5] * u * v * w;
            };
        channels.fill(label, functions[label]);
      }
      byte[] places = new byte[grid.size()];
      channels.winners(places);
      checkWinners(grid, functions, places);
    }
  }

  private static void checkWinners(Grid grid, Channels.Channel[] functions, byte[] places) {
    for (int i = 0; i < places.length; i++) {
      double x = 2 * (i % grid.nx());
      double y = 2 * (i / grid.nx() % grid.ny());
      double z = 2 * (i / grid.nx() / grid.ny());
      double won = functions[places[i]].at(x, y, z);
      for (Channels.Channel function : functions) {
        assertTrue(won > function.at(x, y, z) - 1e-5, "at voxel " + i);
      }
    }
  }

  @Test
  void theFirstOfEqualsWins() {
    Grid grid = Grid.centred(7, 7, 1, 1);
    Channels channels = new Channels(grid, 3, 3);
    byte[] places = new byte[grid.size()];
    channels.winners(places);
    for (byte place : places) {
      assertEquals(0, place);
    }
  }

  /**
   * At a random place of a random lattice linear interpolation leaves 2/3 of the variance along
   * each axis: (4/9) in a plane. Standard error of the variance of 4,000 values: 2.2 %; the bound
   * is five of them, which fails once in 10^6.
   */
  @Test
  void octaveHasTheVarianceOfInterpolatedNoise() {
    Octave octave = new Octave(new double[] {100, 100, 0}, 10, 2);
    double[] sum = new double[2];
    double squares = 0;
    double mixed = 0;
    int count = 4000;
    Noise noise = noise(9);
    for (int i = 0; i < count; i++) {
      octave.draw(noise, i, 3);
      sum[0] = 0;
      sum[1] = 0;
      octave.add(37, 21, 0, sum);
      squares += (sum[0] * sum[0] + sum[1] * sum[1]) / 2;
      mixed += sum[0] * sum[1];
    }
    assertEquals(9 * 4 / 9.0, squares / count, 0.11 * 4);
    assertEquals(0, mixed / count, 5 * 4 / Math.sqrt(count));
  }

  @Test
  void octaveIsContinuousAndDoesNotRepeatWithinItsExtent() {
    Octave octave = new Octave(new double[] {100, 50, 30}, 10, 1);
    octave.draw(noise(2), 0, 1);
    double repeats = 0;
    for (double x = 0; x < 50; x += 0.5) {
      double[] here = {0};
      double[] next = {0};
      double[] far = {0};
      octave.add(x, 20, 15, here);
      octave.add(x + 0.01, 20.01, 15, next);
      octave.add(x + 50, 20, 15, far);
      assertEquals(here[0], next[0], 0.05);
      repeats += Math.abs(here[0] - far[0]) < 1e-9 ? 1 : 0;
    }
    assertEquals(0, repeats);
  }
}
