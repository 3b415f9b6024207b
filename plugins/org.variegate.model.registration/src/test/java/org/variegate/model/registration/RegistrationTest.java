package org.variegate.model.registration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.model.registration.Balls.CUBE;
import static org.variegate.model.registration.Balls.PLANE;
import static org.variegate.model.registration.Balls.ball;
import static org.variegate.model.registration.Balls.pair;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Measure;
import org.variegate.api.task.Network;
import org.variegate.api.task.Setting;
import org.variegate.api.volume.Raster;
import org.variegate.api.volume.Targets;
import org.variegate.dl4j.Backend;
import org.variegate.model.registration.field.Blocks;
import org.variegate.model.registration.field.Reference;
import org.variegate.model.registration.field.Size;
import org.variegate.model.registration.field.Warp;
import org.variegate.raster.LatticeResampler;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;

class RegistrationTest {
  private static final Setting SETTING = new Setting(Map.of(), 7, 1);

  private static Registration model(Object... options) {
    return new Registration(Options.of(Registration.Config.class, options), Backend.onClassPath());
  }

  private static Registration small(Object... more) {
    Object[] options = {
      "levels", 2, "features", 8, "widest", 16, "regularization", 0.1, "initialization", "none"
    };
    return model(
        IntStream.range(0, options.length + more.length)
            .mapToObj(i -> i < options.length ? options[i] : more[i - options.length])
            .toArray());
  }

  private static Map<String, Double> measured(Network network, Grid grid) {
    Evaluation evaluation = network.evaluation();
    for (int seed = 100; seed < 108; seed++) {
      evaluation.add(List.of(network.example(pair(grid, seed))));
    }
    assertEquals("mean Dice", evaluation.measures().get(0).name());
    return evaluation.measures().stream().collect(Collectors.toMap(Measure::name, Measure::value));
  }

  private static void train(Network network, Grid grid, int steps) {
    for (int step = 0; step < steps; step++) {
      List<Example> batch =
          List.of(
              network.example(pair(grid, 2 * step + 1000)),
              network.example(pair(grid, 2 * step + 1001)));
      network.train(batch, 0.003, step);
    }
  }

  private static void assertLearned(Map<String, Double> found) {
    assertTrue(found.get("gain of Dice") > 0.08, "got " + found);
    assertTrue(
        found.get("target registration error mm")
            < 0.85 * found.get("target registration error before mm"),
        "got " + found);
    assertTrue(found.get("folding") < 0.001, "got " + found);
  }

  @Test
  void volumesOfUnlikeContrastAreRegistered() throws IOException {
    try (Network network = small().create(SETTING)) {
      train(network, CUBE, 200);
      assertLearned(measured(network, CUBE));
    }
  }

  @Test
  void volumesAreRegisteredByTheirStructuresAlone() throws IOException {
    Setting setting = new Setting(Targets.facts(Balls.LEGEND), 7, 1);
    Object[] more = {
      "method",
      "structures",
      "resolution",
      1,
      "normalization",
      "instance",
      "correlation",
      0.0,
      "overlap",
      1.0
    };
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    Map<String, Double> found;
    try (Network network = small(more).create(setting)) {
      train(network, CUBE, 60);
      found = measured(network, CUBE);
      assertLearned(found);
      network.save(state);
    }
    byte[] bytes = state.toByteArray();
    try (Network loaded = small(more).load(SETTING, new ByteArrayInputStream(bytes))) {
      assertEquals(found, measured(loaded, CUBE));
    }
    assertTrue(unreadable(small(), bytes).startsWith("method: needs velocity, got structures"));
    assertEquals(
        "targets: needs 2 or more for the method structures, got 0",
        refusal(() -> small(more).create(SETTING)));
  }

  @Test
  void planesAreRegistered() throws IOException {
    try (Network network = small("dimensions", 2, "resolution", 1).create(SETTING)) {
      train(network, PLANE, 200);
      assertLearned(measured(network, PLANE));
    }
  }

  /** The loss falls along the derivative that the network is given, by what that promises. */
  @Test
  void objectiveHasItsDerivative() throws IOException {
    Settings options = Settings.of(Options.of(Registration.Config.class, "levels", 2));
    try (Network network = small().create(SETTING)) {
      Pair pair = (Pair) network.example(pair(CUBE, 1));
      Pair other = (Pair) network.example(pair(CUBE, 2));
      Blocks blocks = Blocks.of(pair.size(), 2, 2);
      Objective objective = new Objective(List.of(pair, other), blocks, options.steps(), 1);
      float[] at = Reference.gaussian(1, 6 * blocks.coarse().voxels(), 3);
      float[] slopes = new float[at.length];
      objective.of(at, slopes);
      float[] along = Reference.gaussian(2, at.length, 1);
      for (int i = 0; i < along.length; i++) {
        along[i] = 0.5f * along[i] - 300 * slopes[i];
      }
      double promised = 0;
      float[] high = new float[at.length];
      float[] low = new float[at.length];
      float step = 2e-3f;
      for (int i = 0; i < at.length; i++) {
        high[i] = at[i] + step * along[i];
        low[i] = at[i] - step * along[i];
        promised += (double) slopes[i] * along[i];
      }
      float[] ignored = new float[at.length];
      double found = (objective.of(high, ignored) - objective.of(low, ignored)) / 2 / step;
      assertEquals(promised, found, 0.01 * Math.abs(promised));
    }
  }

  @Test
  void predictionsAreParts() throws IOException {
    try (Network network = small().create(SETTING)) {
      train(network, CUBE, 200);
      Sample sample = pair(CUBE, 5);
      float[] truth = sample.get(Part.DISPLACEMENT).values().clone();
      float[] before = sample.get(Part.MOVING).get(Part.IMAGE).values().clone();
      network.predict(sample);
      Raster ways = sample.get(Part.DISPLACEMENT);
      assertEquals("mm", ways.unit());
      double dot = 0;
      for (int i = 0; i < truth.length; i++) {
        dot += ways.values()[i] * truth[i];
      }
      assertTrue(dot > 0, "the displacement leads the other way");
      Sample moved = sample.get(Part.MOVING);
      float[] expected = new float[before.length];
      float[] field = ways.values().clone();
      for (int i = 0; i < field.length; i++) {
        field[i] /= 2;
      }
      new Warp(Size.of(CUBE)).forward(before, 1, field, expected);
      assertArrayEquals(expected, moved.get(Part.IMAGE).values(), 0.01f);
      assertEquals(Balls.LEGEND, moved.get(Part.LABELS).legend());
      Map<?, ?> prediction = (Map<?, ?>) sample.annotations().get("prediction");
      assertEquals(1, (Double) prediction.get("jacobian mean"), 0.2);
      assertEquals(0.0, prediction.get("folding"));
    }
  }

  /** Of any size, on grids of their own, without labels or truth. */
  @Test
  void whatIsPredictedNeedNotFit() throws IOException {
    Grid odd = Grid.centred(15, 13, 11, 2);
    try (Network network = small().create(SETTING)) {
      Random random = new Random(1);
      Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed());
      sample.put(Part.IMAGE, ball(odd, new double[3], random).get(Part.IMAGE));
      sample.put(Part.MOVING, ball(CUBE, new double[3], random));
      network.predict(sample);
      assertEquals(odd, sample.get(Part.MOVING).get(Part.IMAGE).grid());
      Sample learned = pair(odd, 1);
      Example example = network.example(learned);
      assertEquals(
          "batch: needs multiples of 4 voxels, for 2 levels on blocks of 2, got 15 x 13 x 11",
          refusal(() -> network.train(List.of(example), 0.01, 0)));
    }
  }

  @Test
  void whatIsSavedIsTheSameAndRefusesOthers() throws IOException {
    try (Network network = small().create(SETTING)) {
      train(network, CUBE, 3);
      byte[] state = saved(network);
      Example example = network.example(pair(CUBE, 1));
      try (Network loaded = small().load(SETTING, new ByteArrayInputStream(state))) {
        assertArrayEquals(state, saved(loaded));
        assertEquals(
            network.train(List.of(example), 0.01, 3), loaded.train(List.of(example), 0.01, 3));
        assertArrayEquals(saved(network), saved(loaded));
      }
      assertEquals("steps: needs 4, got 5", unreadable(small("steps", 4), state));
      assertTrue(unreadable(small("features", 7), state).startsWith("network: needs UNetShape["));
    }
  }

  private static byte[] saved(Network network) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    network.save(bytes);
    return bytes.toByteArray();
  }

  private static String unreadable(Registration model, byte[] state) {
    return assertThrows(
            IOException.class, () -> model.load(SETTING, new ByteArrayInputStream(state)))
        .getMessage();
  }

  @Test
  void samplesThatDoNotFitAreRefused() throws IOException {
    try (Network network = small().create(SETTING)) {
      Sample alone = ball(CUBE, new double[3], new Random(1));
      assertEquals(
          "MOVING: needs a second view, as of pairs, got none",
          refusal(() -> network.example(alone)));
      Example plane = network.example(pair(PLANE, 1));
      assertEquals(
          "dimensions: needs 2 for planes, got 3",
          refusal(() -> network.train(List.of(plane), 0.01, 0)));
    }
    assertEquals(
        "correlation: needs more than 0 where overlap is 0, got 0",
        refusal(() -> model("method", "structures", "correlation", 0.0)));
    model("method", "structures", "correlation", 0.0, "iterations", 0);
    model("method", "velocity", "correlation", 0.0);
    assertThrows(IllegalArgumentException.class, () -> model("resolution", 3));
    assertThrows(IllegalArgumentException.class, () -> model("steps", -1));
    assertThrows(IllegalArgumentException.class, () -> model("iterations", -1));
    assertThrows(IllegalArgumentException.class, () -> model("correlation", -1));
    assertThrows(IllegalArgumentException.class, () -> model("overlap", Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> model("background", 1.1));
    assertThrows(IllegalArgumentException.class, () -> model("method", "both"));
    assertThrows(IllegalArgumentException.class, () -> model("initialization", "rigid"));
    assertThrows(IllegalArgumentException.class, () -> model("spacing", Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> model("regularization", Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> model("normalization", "group"));
  }

  private interface Work {
    void run() throws IOException;
  }

  private static String refusal(Work work) {
    return assertThrows(IllegalArgumentException.class, work::run).getMessage();
  }
}
