package org.variegate.model.registration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.dl4j.Backend;
import org.variegate.raster.LatticeResampler;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.unet.Scaling;

class RegistrationTest {
  private static final Legend LEGEND =
      new Legend(
          List.of(
              new Label(0, "air", "air", 0, 0),
              new Label(1, "shell", "shell", 1, 1),
              new Label(2, "core", "core", 2, 2)));
  private static final Setting SETTING = new Setting(Map.of(), 7, 1);
  private static final Grid CUBE = Grid.centred(16, 16, 16, 2);
  private static final Grid PLANE = Grid.centred(32, 24, 1, 1);

  private static Registration model(Object... options) {
    return new Registration(Options.of(Registration.Config.class, options), Backend.onClassPath());
  }

  private static Registration small(Object... more) {
    Object[] options = {"levels", 2, "features", 8, "widest", 16, "regularization", 0.1};
    return model(
        IntStream.range(0, options.length + more.length)
            .mapToObj(i -> i < options.length ? options[i] : more[i - options.length])
            .toArray());
  }

  /** A ball with a core, of a contrast of its own. */
  private static Sample ball(Grid grid, double[] centre, Random random) {
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
  private static Sample pair(Grid grid, int seed) {
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
  void planesAreRegistered() throws IOException {
    try (Network network = small("dimensions", 2, "resolution", 1).create(SETTING)) {
      train(network, PLANE, 200);
      assertLearned(measured(network, PLANE));
    }
  }

  /** The loss falls along the derivative that the network is given, by what that promises. */
  @Test
  void objectiveHasItsDerivative() throws IOException {
    Registration.Options options =
        Registration.Options.of(Options.of(Registration.Config.class, "levels", 2));
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
      assertEquals(LEGEND, moved.get(Part.LABELS).legend());
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
      assertTrue(
          refusal(() -> network.train(List.of(example), 0.01, 0))
              .contains("learns from multiples of 4 voxels, got 15 x 13 x 11"));
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
  void affinesAreFoundFromCentres() {
    Legend legend = new Legend(IntStream.range(0, 9).mapToObj(Label::plain).toList());
    Grid grid = Grid.centred(20, 20, 20, 1);
    Sample fixed = corners(grid, legend, 0);
    fixed.put(Part.MOVING, corners(grid, legend, 3));
    float[] field = LandmarkAffine.of(Views.learned(fixed, Scaling.MIN_MAX));
    for (int i = 0; i < field.length; i++) {
      assertEquals(i < grid.size() ? 3 : 0, field[i], 1e-4);
    }
    Sample few = pair(CUBE, 1);
    assertEquals(0, LandmarkAffine.of(Views.learned(few, Scaling.MIN_MAX)).length);
  }

  private static Sample corners(Grid grid, Legend legend, int shift) {
    byte[] places = new byte[grid.size()];
    for (int k = 0; k < 8; k++) {
      for (int d = 0; d < 27; d++) {
        int x = (k & 1) * 8 + 3 + d % 3 + shift;
        int y = (k >> 1 & 1) * 8 + 3 + d / 3 % 3;
        int z = (k >> 2) * 8 + 3 + d / 9;
        places[x + 20 * (y + 20 * z)] = (byte) (k + 1);
      }
    }
    Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed());
    sample.put(Part.LABELS, LabelMap.of(grid, legend, places));
    sample.put(Part.IMAGE, new Raster(grid, 1, "1", new float[grid.size()]));
    return sample;
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
    assertThrows(IllegalArgumentException.class, () -> model("resolution", 3));
    assertThrows(IllegalArgumentException.class, () -> model("steps", -1));
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
