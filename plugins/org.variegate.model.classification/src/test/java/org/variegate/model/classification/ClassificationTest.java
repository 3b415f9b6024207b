package org.variegate.model.classification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.variegate.api.Sample;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Measure;
import org.variegate.api.task.Network;
import org.variegate.api.task.Setting;
import org.variegate.api.task.Shown;
import org.variegate.dl4j.Backend;
import org.variegate.tck.Options;

class ClassificationTest {
  private static final int BATCH = 16;

  private static Classification with(Object... options) {
    List<Object> all = new ArrayList<>(List.of("size", 16, "hidden", 16, "dropout", 0.2));
    all.addAll(Arrays.asList(options));
    return new Classification(
        Options.of(Classification.Config.class, all.toArray()), Backend.onClassPath());
  }

  private static Setting setting(Map<String, Object> facts) {
    return new Setting(facts, 3, 1);
  }

  private static List<Example> batch(Network network, long first, LongFunction<Sample> samples) {
    List<Example> batch = new ArrayList<>();
    for (long i = first; i < first + BATCH; i++) {
      batch.add(network.example(samples.apply(i)));
    }
    return batch;
  }

  private static double train(Network network, int from, int to, LongFunction<Sample> samples) {
    double loss = 0;
    for (int step = from; step < to; step++) {
      loss = network.train(batch(network, (long) step * BATCH, samples), 0.005, step);
    }
    return loss;
  }

  private static double accuracy(Network network, LongFunction<Sample> samples) {
    Evaluation evaluation = network.evaluation();
    for (int i = 0; i < 10; i++) {
      evaluation.add(batch(network, 100_000 + (long) i * BATCH, samples));
    }
    Measure first = evaluation.measures().get(0);
    assertEquals("accuracy", first.name());
    assertTrue(first.low() <= first.value() && first.value() <= first.high());
    return first.value();
  }

  private static byte[] saved(Network network) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    network.save(out);
    return out.toByteArray();
  }

  private static Network loaded(byte[] state, Map<String, Object> facts) throws IOException {
    return with().load(setting(facts), new ByteArrayInputStream(state));
  }

  @Test
  void learnsWhatCanBeSeen() throws IOException {
    try (Network network = with().create(setting(Pictured.FACTS))) {
      train(network, 0, 40, Pictured::of);
      assertTrue(accuracy(network, Pictured::of) > 0.95);
      Sample sample = Pictured.of(100_001);
      network.predict(sample);
      Map<?, ?> prediction = (Map<?, ?>) sample.annotations().get("prediction");
      assertTrue((Double) prediction.get("down") > 0.5, prediction.toString());
      Shown shown = network.show(sample).orElseThrow();
      assertEquals("down", shown.truth());
      assertTrue(shown.prediction().matches("down [01]\\.\\d{3}"), shown.prediction());
      assertEquals(Shown.Verdict.RIGHT, shown.verdict());
      Shown wrong = network.show(Pictured.of(100_001, "across", true)).orElseThrow();
      assertEquals(Shown.Verdict.WRONG, wrong.verdict());
    }
  }

  /** Of 160 right by chance, 104 or more are so in fewer than one of 10,000 cases. */
  @Test
  void learnsNothingOfLabelsThatMeanNothing() throws IOException {
    LongFunction<Sample> permuted =
        i -> Pictured.of(i, i * 2654435761L % 4096 < 2048 ? "down" : "across", i % 2 == 1);
    try (Network network = with().create(setting(Pictured.FACTS))) {
      train(network, 0, 40, permuted);
      assertTrue(accuracy(network, permuted) < 0.65);
    }
  }

  @Test
  void goesOnAsIfItHadNeverBeenSaved() throws IOException {
    try (Network whole = with().create(setting(Pictured.FACTS));
        Network half = with().create(setting(Pictured.FACTS))) {
      train(whole, 0, 3, Pictured::of);
      train(half, 0, 3, Pictured::of);
      try (Network again = loaded(saved(half), Pictured.FACTS)) {
        assertEquals(
            train(whole, 3, 7, Pictured::of), train(again, 3, 7, Pictured::of), "last loss");
        assertArrayEquals(saved(whole), saved(again));
      }
    }
  }

  @Test
  void refusesOtherClasses() throws IOException {
    Map<String, Object> three = new TreeMap<>(Pictured.FACTS);
    three.put("categories: class 3", "neither");
    try (Network network = with().create(setting(Pictured.FACTS))) {
      byte[] state = saved(network);
      IOException e = assertThrows(IOException.class, () -> loaded(state, three));
      assertEquals("classes: needs [across, down, neither], got [across, down]", e.getMessage());
      byte[] cut = Arrays.copyOf(state, state.length / 2);
      assertThrows(IOException.class, () -> loaded(cut, Pictured.FACTS));
      byte[] other = Arrays.copyOf(state, state.length);
      Arrays.fill(other, 100, other.length, (byte) 7);
      assertThrows(IOException.class, () -> loaded(other, Pictured.FACTS));
    }
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> with().create(setting(Map.of())).close());
    assertEquals("classes: classification needs at least 2 of its source, got []", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size | 8 | size: needs 0 or at least 16 pixels, got 8",
        "channels | brg | channels: needs rgb or bgr, got brg",
        "pool | max | pool: needs all or mean, got max"
      })
  void refusesOptions(String key, String value, String message) {
    Object option = key.equals("size") ? (Object) Integer.valueOf(value) : value;
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> with(key, option));
    assertEquals(message, e.getMessage());
  }

  @Test
  void refusesABackboneThatIsNotThere() {
    Classification model = with("backbone", "no-such.onnx");
    IOException e =
        assertThrows(IOException.class, () -> model.create(setting(Pictured.FACTS)).close());
    assertEquals("backbone: needs an ONNX file, there is no no-such.onnx", e.getMessage());
  }
}
