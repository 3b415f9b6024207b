package org.variegate.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.variegate.dl4j.layers.Convolution2D;
import org.variegate.dl4j.layers.Normalization;

class NetworkArchiveTest {

  @BeforeAll
  static void start() throws BackendException {
    Backend.onClassPath().start(1);
  }

  private static ComputationGraph graph() {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Adam())
                .convolutionMode(ConvolutionMode.Same)
                .graphBuilder()
                .validateOutputLayerConfig(false)
                .addInputs("in")
                .setInputTypes(InputType.convolutional(4, 4, 1))
                .addLayer(
                    "first",
                    new Convolution2D(
                        new ConvolutionLayer.Builder(3, 3)
                            .nOut(2)
                            .activation(new ActivationIdentity())),
                    "in")
                .addLayer("normal", new Normalization(0.2), "first")
                .setOutputs("normal")
                .build());
    graph.init();
    return graph;
  }

  private static byte[] archive(ComputationGraph graph) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NetworkArchive.write(graph, out);
    return out.toByteArray();
  }

  @Test
  void deeplearning4jRestoresThem() throws IOException {
    ComputationGraph graph = graph();
    INDArray picture = Nd4j.rand(1, 1, 4, 4);
    ComputationGraph restored =
        ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(archive(graph)), true);
    assertEquals(graph.outputSingle(picture), restored.outputSingle(picture));
    assertEquals(graph.getUpdater().getStateViewArray(), restored.getUpdater().getStateViewArray());
  }

  @Test
  void equalNetworksMakeEqualArchives() throws IOException {
    byte[] first = archive(graph());
    assertArrayEquals(first, archive(graph()));
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(first))) {
      for (ZipEntry entry; (entry = entries.getNextEntry()) != null; ) {
        assertEquals(1980, entry.getTimeLocal().getYear(), entry.getName());
      }
    }
  }
}
