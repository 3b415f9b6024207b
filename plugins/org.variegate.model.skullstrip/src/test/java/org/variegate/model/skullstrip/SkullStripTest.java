package org.variegate.model.skullstrip;

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
import org.variegate.dl4j.Backend;
import org.variegate.raster.LatticeResampler;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;

class SkullStripTest {
  private static final Setting SETTING = new Setting(Map.of(), 7, 1);
  private static final Grid GRID = Grid.centred(16, 16, 16, 2);

  private static SkullStrip model(Object... options) {
    return new SkullStrip(Options.of(SkullStrip.Config.class, options), Backend.onClassPath());
  }

  private static SkullStrip small() {
    return model("levels", 2, "features", 8, "tile", 16, "threshold", 0.0, "flip", true);
  }

  /** A ball of 10 mm within a bright shell of 3 mm, of random contrast. */
  private static Sample head(int seed) {
    Random random = new Random(seed);
    double[] middle = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
    float[] image = new float[GRID.size()];
    float[] distance = new float[GRID.size()];
    for (int i = 0; i < image.length; i++) {
      double[] point = {i % 16, i / 16 % 16, i / 256};
      GRID.toWorld().apply(point, 1);
      double square = 0;
      for (int axis = 0; axis < 3; axis++) {
        square += (point[axis] - middle[axis]) * (point[axis] - middle[axis]);
      }
      double from = Math.sqrt(square) - 10;
      distance[i] = (float) from;
      double tissue = from < 0 ? 0.5 : from < 3 ? 1 : 0;
      image[i] = (float) (100 * tissue + 3 * random.nextGaussian());
    }
    Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed());
    sample.put(Part.IMAGE, new Raster(GRID, 1, "1", image));
    sample.put(Part.DISTANCE, new Raster(GRID, 1, "mm", distance));
    return sample;
  }

  private static Map<String, Double> measured(Network network, Example... examples) {
    Evaluation evaluation = network.evaluation();
    evaluation.add(List.of(examples));
    return evaluation.measures().stream().collect(Collectors.toMap(Measure::name, Measure::value));
  }

  private static void train(Network network, int steps) {
    Example one = network.example(head(1));
    Example two = network.example(head(2));
    for (int step = 0; step < steps; step++) {
      network.train(List.of(one, two), 0.02, step);
    }
  }

  @Test
  void theBrainIsFound() throws IOException {
    try (Network network = small().create(SETTING)) {
      train(network, 120);
      Sample sample = head(3);
      Map<String, Double> found = measured(network, network.example(sample));
      assertTrue(found.get("Dice") > 0.85, "got " + found);
      assertTrue(found.get("Hausdorff 95 % [mm]") <= 4, "got " + found);
      Shown shown = network.show(sample).orElseThrow();
      assertEquals(6, shown.pictures().size());
      assertEquals("4 ml", shown.truth());
      assertTrue(shown.prediction().matches("[345] ml, Dice 0\\.[89]\\d\\d"), shown.prediction());
      network.predict(sample);
      LabelMap mask = sample.get(Part.LABELS);
      assertEquals("brain", mask.legend().labels().get(1).name());
      float[] image = sample.get(Part.IMAGE).values();
      float[] stripped = sample.get(Part.STRIPPED).values();
      int middle = 8 + 16 * (8 + 16 * 8);
      assertEquals(1, mask.place(middle));
      assertEquals(image[middle], stripped[middle]);
      assertEquals(0, stripped[0]);
    }
  }

  @Test
  void whatIsSavedIsTheSameAndRefusesOthers() throws IOException {
    try (Network network = small().create(SETTING)) {
      train(network, 2);
      byte[] state = saved(network);
      try (Network loaded = small().load(SETTING, new ByteArrayInputStream(state))) {
        assertArrayEquals(state, saved(loaded));
        train(network, 1);
        train(loaded, 1);
        assertArrayEquals(saved(network), saved(loaded));
      }
      assertEquals(
          "limit: needs 20.0, got 10.0",
          assertThrows(
                  IOException.class,
                  () ->
                      model("levels", 2, "features", 8, "limit", 20.0)
                          .load(SETTING, new ByteArrayInputStream(state)))
              .getMessage());
    }
  }

  private static byte[] saved(Network network) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    network.save(bytes);
    return bytes.toByteArray();
  }

  /** Where nobody has measured the distance, the surface is that of the labelled brain. */
  @Test
  void labelsWillDo() throws IOException {
    Legend legend =
        new Legend(
            List.of(
                new Label(0, "air", "air", 0, 0),
                new Label(7, "bone", "bone", 7, 0),
                new Label(3, "grey matter", "grey matter", 3, 2)));
    byte[] places = new byte[GRID.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = (byte) (i % 16 < 6 ? 0 : i % 16 < 8 ? 1 : 2);
    }
    Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed());
    sample.put(Part.IMAGE, new Raster(GRID, 1, "1", new float[GRID.size()]));
    sample.put(Part.LABELS, LabelMap.of(GRID, legend, places));
    try (Network network = small().create(SETTING)) {
      float[] distance = ((Head) network.example(sample)).distance();
      assertEquals(10, distance[0]);
      assertEquals(1, distance[7]);
      assertEquals(-1, distance[8]);
    }
  }

  @Test
  void masksLieOnTheGridOfTheSample() throws IOException {
    SkullStrip coarse = model("levels", 2, "features", 4, "tile", 16, "spacing", 4.0);
    try (Network network = coarse.create(SETTING)) {
      Sample sample = head(1);
      assertEquals(8, ((Head) network.example(sample)).grid().nx());
      network.predict(sample);
      assertEquals(GRID, sample.get(Part.LABELS).grid());
    }
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> model("limit", 0.0));
    assertThrows(IllegalArgumentException.class, () -> model("band", Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> model("threshold", 10.0));
    assertThrows(IllegalArgumentException.class, () -> model("normalization", "layer"));
  }
}
