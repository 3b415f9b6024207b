package org.variegate.model.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
import org.variegate.api.task.Shown;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.api.volume.Targets;
import org.variegate.dl4j.Backend;
import org.variegate.raster.LatticeResampler;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;

class SegmentationTest {
  private static final Legend LEGEND =
      new Legend(
          List.of(
              new Label(0, "air", "air", 0, 0),
              new Label(1, "left ball", "ball", 2, 1),
              new Label(2, "right ball", "ball", 1, 2)));
  private static final Setting SETTING = new Setting(Targets.facts(LEGEND), 7, 1);

  private static Segmentation model(Object... options) {
    return new Segmentation(Options.of(Segmentation.Config.class, options), Backend.onClassPath());
  }

  private static Segmentation small(Object... more) {
    Object[] options = {"levels", 2, "features", 6, "tile", 16};
    return model(
        IntStream.range(0, options.length + more.length)
            .mapToObj(i -> i < options.length ? options[i] : more[i - options.length])
            .toArray());
  }

  /** Two balls, brighter than the air around, the right one brighter than the left. */
  private static Sample balls(Grid grid, int seed) {
    Random random = new Random(seed);
    float[] image = new float[grid.size()];
    byte[] places = new byte[grid.size()];
    double shift = random.nextInt(3) - 1;
    for (int i = 0; i < image.length; i++) {
      int x = i % grid.nx();
      double y = i / grid.nx() % grid.ny() - grid.ny() / 2.0 + shift;
      double z = grid.nz() == 1 ? 0 : i / grid.nx() / grid.ny() - grid.nz() / 2.0;
      double left = Math.hypot(Math.hypot(x - grid.nx() / 4.0, y), z);
      double right = Math.hypot(Math.hypot(x - grid.nx() * 3 / 4.0, y), z);
      places[i] = (byte) (left < 3.5 ? 1 : right < 3.5 ? 2 : 0);
      image[i] = (float) (100 * places[i] + 10 * random.nextGaussian());
    }
    Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed());
    sample.put(Part.IMAGE, new Raster(grid, 1, "1", image));
    sample.put(Part.LABELS, LabelMap.of(grid, LEGEND, places));
    return sample;
  }

  private static Grid cube() {
    return Grid.centred(16, 12, 12, 1);
  }

  private static Map<String, Double> measured(Network network, Example... examples) {
    Evaluation evaluation = network.evaluation();
    evaluation.add(List.of(examples));
    return evaluation.measures().stream().collect(Collectors.toMap(Measure::name, Measure::value));
  }

  private static void train(Network network, int steps, Example... examples) {
    for (int step = 0; step < steps; step++) {
      network.train(List.of(examples), 0.02, step);
    }
  }

  @Test
  void volumesAreLearned() throws IOException {
    try (Network network = small().create(SETTING)) {
      train(network, 120, network.example(balls(cube(), 1)), network.example(balls(cube(), 2)));
      Map<String, Double> dice = measured(network, network.example(balls(cube(), 3)));
      assertTrue(dice.get("mean Dice") > 0.85, "got " + dice);
      assertEquals(
          dice.get("mean Dice"),
          (dice.get("Dice of left ball") + dice.get("Dice of right ball")) / 2,
          1e-12);
      assertTrue(dice.get("mean surface Dice, a voxel") > 0.9, "got " + dice);
      assertTrue(dice.get("mean Hausdorff 95 % [mm]") < 3, "got " + dice);
      Shown shown = network.show(balls(cube(), 3)).orElseThrow();
      assertEquals(6, shown.pictures().size());
      assertEquals("2 of 2 targets", shown.truth());
      assertEquals(
          String.format(Locale.ROOT, "Dice %.3f", dice.get("mean Dice")), shown.prediction());
    }
  }

  @Test
  void planesAreLearnedBySynthSegsSchedule() throws IOException {
    Grid plane = Grid.centred(24, 16, 1, 1);
    try (Network network =
        small("dimensions", 2, "loss", "schedule", "warmup", 30, "normalization", "none")
            .create(SETTING)) {
      train(network, 150, network.example(balls(plane, 1)));
      Sample sample = balls(plane, 2);
      Map<String, Double> dice = measured(network, network.example(sample));
      assertTrue(dice.get("mean Dice") > 0.8, "got " + dice);
      network.predict(sample);
      LabelMap found = sample.get(Part.LABELS);
      assertEquals(plane, found.grid());
      assertEquals(List.of(0, 1, 2), found.legend().labels().stream().map(Label::id).toList());
      assertEquals(2, found.legend().labels().get(1).partner());
    }
  }

  /** Labels that stand anywhere teach nothing: chance is some .06 of the voxels of each ball. */
  @Test
  void shuffledLabelsTeachNothing() throws IOException {
    try (Network network = small().create(SETTING)) {
      train(network, 120, shuffled((Scan) network.example(balls(cube(), 1))));
      Map<String, Double> dice = measured(network, network.example(balls(cube(), 3)));
      assertTrue(dice.get("mean Dice") < 0.3, "got " + dice);
    }
  }

  private static Scan shuffled(Scan scan) {
    List<Byte> places =
        IntStream.range(0, scan.truth().length)
            .mapToObj(i -> scan.truth()[i])
            .collect(Collectors.toList());
    Collections.shuffle(places, new Random(1));
    byte[] truth = new byte[places.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = places.get(i);
    }
    return new Scan(scan.grid(), scan.image(), truth);
  }

  @Test
  void whatIsSavedIsTheSameAndRefusesOthers() throws IOException {
    try (Network network = small().create(SETTING)) {
      Example example = network.example(balls(cube(), 1));
      train(network, 3, example);
      byte[] state = saved(network);
      try (Network loaded = small().load(SETTING, new ByteArrayInputStream(state))) {
        assertArrayEquals(state, saved(loaded));
        assertEquals(
            network.train(List.of(example), 0.01, 3), loaded.train(List.of(example), 0.01, 3));
        assertEquals(measured(network, example), measured(loaded, example));
      }
      assertEquals(
          "scaling: needs z-score, got percentiles", refusal(small("scaling", "z-score"), state));
      assertTrue(refusal(small("features", 7), state).startsWith("network: needs UNetShape["));
      Legend other =
          new Legend(List.of(new Label(0, "air", "air", 0, 0), new Label(2, "box", "box", 2, 2)));
      IOException unknown =
          assertThrows(
              IOException.class,
              () ->
                  small()
                      .load(
                          new Setting(Targets.facts(other), 7, 1),
                          new ByteArrayInputStream(state)));
      assertEquals(
          "targets: the network knows [air, left ball, right ball], the data have box",
          unknown.getMessage());
    }
  }

  private static byte[] saved(Network network) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    network.save(bytes);
    return bytes.toByteArray();
  }

  private static String refusal(Segmentation model, byte[] state) {
    return assertThrows(
            IOException.class, () -> model.load(SETTING, new ByteArrayInputStream(state)))
        .getMessage();
  }

  @Test
  void testsMayKnowLess() throws IOException {
    Legend left =
        new Legend(
            List.of(new Label(0, "air", "air", 0, 0), new Label(1, "left ball", "ball", 1, 1)));
    try (Network network = small().create(SETTING)) {
      Example example = network.example(balls(cube(), 1));
      byte[] state = saved(network);
      Setting less = new Setting(Targets.facts(left), 7, 1);
      try (Network loaded = small().load(less, new ByteArrayInputStream(state))) {
        assertTrue(measured(loaded, example).containsKey("Dice of left ball"));
        assertEquals(4, measured(loaded, example).size());
      }
    }
  }

  @Test
  void samplesThatDoNotFitAreRefused() throws IOException {
    try (Network network = small().create(SETTING)) {
      Sample two = balls(cube(), 1);
      two.put(Part.IMAGE, new Raster(cube(), 2, "1", new float[2 * cube().size()]));
      assertEquals("IMAGE: needs 1 channels, got 2", refusal(() -> network.example(two)));
      Example odd = network.example(balls(Grid.centred(16, 12, 11, 1), 1));
      assertEquals(
          "a 3-D network of 2 levels needs volumes of multiples of 2 voxels, got 16 x 12 x 11",
          refusal(() -> network.train(List.of(odd), 0.01, 0)));
      Sample unknown = balls(cube(), 1);
      Legend more = new Legend(List.of(Label.plain(0), Label.plain(1), Label.plain(9)));
      unknown.put(Part.LABELS, LabelMap.of(cube(), more, unknown.get(Part.LABELS).bytes()));
      assertEquals(
          "LABELS: needs targets of [air, left ball, right ball], got that of label 9",
          refusal(() -> network.example(unknown)));
    }
    assertEquals(
        "targets: segmentation needs 2 to 255 of its source, got 0",
        refusal(() -> small().create(new Setting(Map.of(), 1, 1))));
    assertThrows(IllegalArgumentException.class, () -> model("loss", "dice"));
    assertThrows(IllegalArgumentException.class, () -> model("tile", 4));
    assertThrows(IllegalArgumentException.class, () -> model("slope", Double.NaN));
  }

  @Test
  void otherSpacingsAreBroughtToThatOfTheNetwork() throws IOException {
    Grid fine = Grid.centred(32, 24, 24, 0.5);
    try (Network network = small("spacing", 1.0).create(SETTING)) {
      train(network, 60, network.example(balls(cube(), 1)));
      Sample sample = balls(fine, 1);
      assertEquals(16, ((Scan) network.example(sample)).grid().nx());
      network.predict(sample);
      assertEquals(fine, sample.get(Part.LABELS).grid());
      assertEquals(fine, sample.get(Part.IMAGE).grid());
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static String refusal(Work work) {
    return assertThrows(IllegalArgumentException.class, work::run).getMessage();
  }
}
