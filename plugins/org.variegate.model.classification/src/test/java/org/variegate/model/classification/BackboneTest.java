package org.variegate.model.classification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.api.Sample;
import org.variegate.api.task.Example;
import org.variegate.api.task.Exporting;
import org.variegate.api.task.Network;
import org.variegate.api.task.Setting;
import org.variegate.dl4j.Backend;
import org.variegate.tck.Options;

/** Classifiers on a backbone of which nothing, a part, or all learns. */
class BackboneTest {
  private static final int SIZE = 16;
  private static final int PIXELS = -1;

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void file() throws IOException {
    file = Small.write(folder);
  }

  /** With so many convolutions that learn; or without a backbone. */
  private Classification model(int unfrozen) {
    List<Object> options = new ArrayList<>(List.of("size", SIZE, "hidden", 8, "dropout", 0.0));
    if (unfrozen != PIXELS) {
      options.addAll(List.of("backbone", file.toString(), "output", Small.OUTPUT));
      options.addAll(List.of("unfrozen", unfrozen));
    }
    return new Classification(
        Options.of(Classification.Config.class, options.toArray()), Backend.onClassPath());
  }

  private Network network(int unfrozen) throws IOException {
    return model(unfrozen).create(new Setting(Pictured.FACTS, 3, 1));
  }

  private static double train(Network network, int steps) {
    double loss = 0;
    for (int step = 0; step < steps; step++) {
      List<Example> batch = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        batch.add(network.example(Pictured.of(8L * step + i)));
      }
      loss = network.train(batch, 0.01, step);
    }
    return loss;
  }

  private static float[] prepared() {
    float[] prepared = new float[3 * SIZE * SIZE];
    for (int i = 0; i < prepared.length; i++) {
      prepared[i] = (float) Math.sin(i);
    }
    return prepared;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatLearnsBeginsAsItWasPretrained(int unfrozen) throws IOException {
    try (Classifier frozen = (Classifier) network(0);
        Classifier learning = (Classifier) network(unfrozen)) {
      Maps expected = frozen.maps(prepared());
      Maps found = learning.maps(prepared());
      assertEquals(8, found.count());
      assertEquals(8, found.width());
      assertArrayEquals(expected.values(), found.values(), 1e-5f);
    }
  }

  @Test
  void itLearnsThen() throws IOException {
    try (Classifier learning = (Classifier) network(1)) {
      Maps before = learning.maps(prepared());
      assertTrue(train(learning, 60) < 0.1);
      assertFalse(Arrays.equals(before.values(), learning.maps(prepared()).values()));
      assertEquals(2, learning.explain(Pictured.of(1)).size());
    }
  }

  @Test
  void goesOnWhereItWasSavedAndNowhereElse() throws IOException {
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    try (Network whole = network(1)) {
      train(whole, 2);
      whole.save(state);
      Setting setting = new Setting(Pictured.FACTS, 3, 1);
      byte[] bytes = state.toByteArray();
      try (Network again = model(1).load(setting, new ByteArrayInputStream(bytes))) {
        assertEquals(train(whole, 3), train(again, 3));
      }
      IOException other =
          assertThrows(
              IOException.class,
              () -> model(2).load(setting, new ByteArrayInputStream(bytes)).close());
      assertTrue(other.getMessage().startsWith("input: needs "), other.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {PIXELS, 0, 1, 2})
  void onnxSaysTheSame(int unfrozen) throws IOException, OrtException {
    try (Network network = network(unfrozen)) {
      train(network, 5);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ((Exporting) network).export("onnx", out);
      Sample sample = Pictured.of(77);
      network.predict(sample);
      Map<?, ?> expected = (Map<?, ?>) sample.annotations().get("prediction");
      Input input = Input.of(Options.of(Classification.Config.class, "size", SIZE));
      float[] found = run(out.toByteArray(), input.of(Reader.picture(Pictured.of(77))));
      assertEquals((Double) expected.get("across"), found[0], 1e-5);
      assertEquals((Double) expected.get("down"), found[1], 1e-5);
      ByteArrayOutputStream twice = new ByteArrayOutputStream();
      ((Exporting) network).export("onnx", twice);
      assertArrayEquals(out.toByteArray(), twice.toByteArray());
    }
  }

  private static float[] run(byte[] model, float[] picture) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor tensor =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(picture), new long[] {1, 3, SIZE, SIZE});
        OrtSession.Result result =
            session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
      assertEquals(1, session.getOutputNames().size());
      assertEquals(
          "[across, down]", session.getMetadata().getCustomMetadataValue("classes").orElse(""));
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      return new float[] {values.get(0), values.get(1)};
    }
  }

  @Test
  void deeplearning4jRestoresTheHead() throws IOException {
    try (Network network = network(0)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ((Exporting) network).export("zip", out);
      assertEquals(
          network.describe().get("parameters"),
          ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(out.toByteArray()))
              .numParams());
    }
  }

  @Test
  void moreConvolutionsThanThereAreAreRefused() {
    IOException refused = assertThrows(IOException.class, () -> network(3).close());
    assertEquals(
        "unfrozen: " + file + " needs 3 convolutions before second, has 2", refused.getMessage());
    IllegalArgumentException none =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Classification(
                    Options.of(Classification.Config.class, "unfrozen", 1), Backend.onClassPath()));
    assertEquals("unfrozen: needs a backbone and at least 0, got 1", none.getMessage());
  }
}
