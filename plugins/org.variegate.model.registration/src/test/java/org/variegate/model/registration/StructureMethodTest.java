package org.variegate.model.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Grid;
import org.variegate.dl4j.Backend;
import org.variegate.model.registration.affine.Initialization;
import org.variegate.model.registration.affine.Level;
import org.variegate.tck.Options;
import org.variegate.unet.UNet;

/**
 * Planes with a bright half and a dark one, each with ripples; the ripples of the one are moved up
 * and those of the other down.
 */
class StructureMethodTest {
  private static final Grid GRID = Grid.centred(32, 32, 1, 1);
  private static final double MOVED = 1.2;

  private static Settings settings(Object... more) {
    Object[] options = new Object[20 + more.length];
    Object[] all = {
      "method",
      "structures",
      "dimensions",
      2,
      "levels",
      2,
      "features",
      4,
      "widest",
      8,
      "normalization",
      "instance",
      "resolution",
      1,
      "initialization",
      "none",
      "regularization",
      0.1,
      "iterations",
      40
    };
    System.arraycopy(all, 0, options, 0, 20);
    System.arraycopy(more, 0, options, 20, more.length);
    return Settings.of(Options.of(Registration.Config.class, options));
  }

  private static boolean bright(int voxel) {
    return voxel % GRID.nx() < GRID.nx() / 2;
  }

  private static Pair pair(SortedMap<Integer, String> targets, boolean target) {
    float[] fixed = new float[GRID.size()];
    float[] moving = new float[GRID.size()];
    short[] labels = new short[GRID.size()];
    for (int i = 0; i < fixed.length; i++) {
      double y = i / GRID.nx();
      fixed[i] = value(i, y);
      moving[i] = value(i, y + (bright(i) ? -MOVED : MOVED));
      labels[i] = (short) (bright(i) == target ? 1 : 0);
    }
    Start start = new Start(Initialization.NONE);
    return new Pair(
        new Level(GRID, fixed),
        new Level(GRID, moving),
        start,
        labels,
        labels,
        targets,
        new float[0]);
  }

  private static float value(int voxel, double y) {
    return (float) ((bright(voxel) ? 0.8 : 0.2) + 0.2 * Math.sin(0.7 * y));
  }

  /** The mean displacement along y of a half, less its outermost voxels, in voxels. */
  private static double found(StructureMethod method, Pair pair, boolean bright) {
    float[] field = method.find(pair).field();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < GRID.size(); i++) {
      int x = i % (GRID.nx() / 2);
      int y = i / GRID.nx();
      if (bright(i) == bright && x > 3 && x < 12 && y > 3 && y < 28) {
        sum += field[GRID.size() + i];
        count++;
      }
    }
    return sum / count;
  }

  /** Whichever half the network has learned to see is fitted, and the other is let be. */
  @Test
  void imagesAreFittedWhereStructuresAreSeen() throws Exception {
    Backend.onClassPath().start(1);
    SortedMap<Integer, String> targets = new TreeMap<>(Map.of(0, "background", 1, "half"));
    for (boolean target : new boolean[] {true, false}) {
      Pair pair = pair(targets, target);
      try (UNet net = StructureMethod.create(settings(), targets, 3)) {
        StructureMethod method = new StructureMethod(settings(), net, targets);
        double loss = 0;
        for (int step = 0; step < 60; step++) {
          loss = method.train(List.of(pair), 0.01);
        }
        assertTrue(loss < 0.1, "the loss is " + loss);
        double sign = target ? 1 : -1;
        assertEquals(MOVED, sign * found(method, pair, target), 0.3);
        assertTrue(sign * found(method, pair, !target) > -0.3 * MOVED);
      }
    }
  }

  @Test
  void withTheWholeBackgroundNoNetworkIsAsked() {
    SortedMap<Integer, String> targets = new TreeMap<>(Map.of(0, "background", 1, "half"));
    Pair pair = pair(targets, true);
    StructureMethod alone = new StructureMethod(settings("background", 1.0), null, targets);
    assertEquals(MOVED, found(alone, pair, true), 0.3);
    assertEquals(-MOVED, found(alone, pair, false), 0.3);
    for (Object[] asks :
        new Object[][] {{"background", 0.9}, {"background", 1.0, "overlap", 1.0}}) {
      StructureMethod asking = new StructureMethod(settings(asks), null, targets);
      assertThrows(NullPointerException.class, () -> asking.find(pair));
    }
  }
}
