package org.variegate.model.registration;

import java.util.List;
import java.util.Random;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.raster.LatticeResampler;
import org.variegate.tck.HeapArena;

/** Pairs of balls with cores, each of a contrast of its own. */
final class Balls {
  static final Legend LEGEND =
      new Legend(
          List.of(
              new Label(0, "air", "air", 0, 0),
              new Label(1, "shell", "shell", 1, 1),
              new Label(2, "core", "core", 2, 2)));
  static final Grid CUBE = Grid.centred(16, 16, 16, 2);
  static final Grid PLANE = Grid.centred(32, 24, 1, 1);

  private Balls() {}

  /** A ball with a core, of a contrast of its own. */
  static Sample ball(Grid grid, double[] centre, Random random) {
    double core = 50 + 150 * random.nextDouble();
    double shell = 50 + 150 * random.nextDouble();
    float[] image = new float[grid.size()];
    byte[] places = new byte[grid.size()];
    for (int i = 0; i < image.length; i++) {
      double x = i % grid.nx() - (grid.nx() - 1) / 2.0 - centre[0];
      double y = i / grid.nx() % grid.ny() - (grid.ny() - 1) / 2.0 - centre[1];
      double z = grid.nz() == 1 ? 0 : i / grid.nx() / grid.ny() - 7.5 - centre[2];
      double r = Math.sqrt(x * x + y * y + z * z);
      places[i] = (byte) (r < 2.8 ? 2 : r < 5.2 ? 1 : 0);
      double bright = places[i] == 2 ? core : places[i] == 1 ? shell : 0;
      image[i] = (float) (bright + 5 * random.nextGaussian());
    }
    Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed());
    sample.put(Part.IMAGE, new Raster(grid, 1, "1", image));
    sample.put(Part.LABELS, LabelMap.of(grid, LEGEND, places));
    return sample;
  }

  /** A pair of balls at most 2.4 voxels apart along each axis, and the way between them. */
  static Sample pair(Grid grid, int seed) {
    Random random = new Random(seed);
    double[] here = new double[3];
    double[] there = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      here[axis] = 2.4 * (random.nextDouble() - 0.5);
      there[axis] = 2.4 * (random.nextDouble() - 0.5);
    }
    Sample sample = ball(grid, here, random);
    sample.put(Part.MOVING, ball(grid, there, random));
    float[] way = new float[3 * grid.size()];
    for (int i = 0; i < (grid.nz() == 1 ? 2 : 3) * grid.size(); i++) {
      int axis = i / grid.size();
      way[i] = (float) ((there[axis] - here[axis]) * grid.spacing(axis));
    }
    sample.put(Part.DISPLACEMENT, new Raster(grid, 3, "mm", way));
    return sample;
  }
}
