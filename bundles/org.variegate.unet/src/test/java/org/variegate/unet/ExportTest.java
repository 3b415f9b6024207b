package org.variegate.unet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.variegate.dl4j.Backend;
import org.variegate.dl4j.BackendException;
import org.variegate.unet.UNetShape.Normalization;

/** What is written for other programs says what the network says. */
class ExportTest {
  private static final UNetShape VOLUME =
      new UNetShape(3, 1, 2, 3, 4, 8, 1, Normalization.BATCH, 0.1);
  private static final int[] SIZE = {4, 8, 12};

  @BeforeAll
  static void start() throws BackendException {
    Backend.onClassPath().start(1);
  }

  private static float[] image() {
    Random random = new Random(7);
    float[] image = new float[4 * 8 * 12];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) random.nextGaussian();
    }
    return image;
  }

  private static UNet trained() {
    UNet net = new UNet(VOLUME, 3);
    for (int i = 0; i < 3; i++) {
      net.step(SIZE, image(), ExportTest::squares, 0.01);
    }
    return net;
  }

  private static double squares(float[] outputs, float[] gradients) {
    for (int i = 0; i < outputs.length; i++) {
      gradients[i] = outputs[i] / outputs.length;
    }
    return 1;
  }

  private static byte[] exported(UNet net, String format, boolean softmax) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    net.export(format, "net", softmax, Map.of("spacing in mm", 2.5), out);
    return out.toByteArray();
  }

  @Test
  void onnxRuntimeSaysTheSame() throws IOException, OrtException {
    try (UNet net = trained()) {
      float[] expected = net.outputs(SIZE, image());
      assertArrayEquals(expected, run(exported(net, "onnx", false)), 1e-5f);
      Softmax.apply(expected, 1, 2);
      assertArrayEquals(expected, run(exported(net, "onnx", true)), 1e-5f);
    }
  }

  private static float[] run(byte[] model) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor tensor =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(image()), new long[] {1, 1, 12, 8, 4});
        OrtSession.Result result = session.run(Map.of("image", tensor))) {
      assertEquals(
          "2.5", session.getMetadata().getCustomMetadataValue("spacing in mm").orElseThrow());
      FloatBuffer values = ((OnnxTensor) result.get("output").orElseThrow()).getFloatBuffer();
      float[] all = new float[values.remaining()];
      values.get(all);
      return all;
    }
  }

  @Test
  void deeplearning4jSaysTheSame() throws IOException {
    try (UNet net = trained()) {
      float[] expected = net.outputs(SIZE, image());
      ComputationGraph restored =
          ModelSerializer.restoreComputationGraph(
              new ByteArrayInputStream(exported(net, "zip", false)));
      float[] found =
          restored
              .outputSingle(Nd4j.createFromArray(image()).reshape(1, 1, 12, 8, 4))
              .dup('c')
              .reshape(expected.length)
              .toFloatVector();
      assertArrayEquals(expected, found, 1e-6f);
    }
  }
}
