package org.variegate.dl4j.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.MLNConfig;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.variegate.dl4j.Backend;
import org.variegate.dl4j.BackendException;
import org.variegate.dl4j.BackendReport;

class BackendTest {
  private static BackendReport report;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws BackendException {
    report = Backend.onClassPath().start(1);
  }

  @Test
  void convolutionsGoThroughOneDnn() {
    assertEquals("", report.slowBecause());
    assertTrue(report.fast());
    MultiLayerNetwork network = images();
    assertNotNull(network.getLayer(0).getHelper());
  }

  @Test
  void oneProcessHasOneNumberOfThreads() throws BackendException {
    assertSame(report, Backend.onClassPath().start());
    assertSame(report, Backend.onClassPath().start(1));
    assertThrows(BackendException.class, () -> Backend.onClassPath().start(2));
    assertThrows(IllegalArgumentException.class, () -> Backend.onClassPath().start(0));
    assertEquals(1, report.threads());
    assertEquals(1, Nd4j.getEnvironment().maxThreads());
    assertEquals(1, Nd4j.factory().blas().getMaxThreads());
  }

  @Test
  void memoryHasItsLimit() {
    assertEquals(Machine.memoryBytes(), report.memoryBytes());
    assertEquals(report.memoryBytes(), Pointer.maxPhysicalBytes());
  }

  @Test
  void aNetworkLearnsWhatNoLineSeparates() throws Exception {
    MultiLayerNetwork network = dense();
    INDArray corners = Nd4j.create(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    INDArray unlike = Nd4j.create(new float[][] {{1, 0}, {0, 1}, {0, 1}, {1, 0}});
    for (int i = 0; i < 300; i++) {
      network.fit(corners, unlike);
    }
    assertEquals(unlike.argMax(1), network.output(corners).argMax(1));
    File file = folder.resolve("network.zip").toFile();
    network.save(file);
    assertEquals(network.output(corners), MultiLayerNetwork.load(file, true).output(corners));
  }

  @Test
  void trainingAgainGivesTheSameBits() {
    INDArray images = normal(7, 4, 3, 16, 16);
    INDArray classes = Nd4j.create(new float[][] {{1, 0}, {0, 1}, {0, 1}, {1, 0}});
    MultiLayerNetwork first = images();
    MultiLayerNetwork second = images();
    for (int i = 0; i < 3; i++) {
      first.fit(images, classes);
      second.fit(images, classes);
    }
    assertArrayEquals(first.params().toFloatVector(), second.params().toFloatVector());
    second.fit(images, classes);
    assertFalse(Arrays.equals(first.params().toFloatVector(), second.params().toFloatVector()));
  }

  @Test
  void gradientsOfAConvolutionAreThoseOfDifferences() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    try {
      MultiLayerNetwork network = network(DataType.DOUBLE, new NoOp(), 8);
      MLNConfig check =
          new MLNConfig().net(network).input(normal(7, 2, 3, 8, 8).castTo(DataType.DOUBLE));
      check.labels(Nd4j.create(new double[][] {{1, 0}, {0, 1}}));
      assertTrue(GradientCheckUtil.checkGradients(check));
    } finally {
      Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }
  }

  private static INDArray normal(long seed, long... shape) {
    Nd4j.getRandom().setSeed(seed);
    return Nd4j.randn(DataType.FLOAT, shape);
  }

  private static MultiLayerNetwork dense() {
    return initialized(
        settings(DataType.FLOAT, new Adam(0.05))
            .layer(new DenseLayer.Builder().nIn(2).nOut(8).activation(Activation.TANH).build())
            .layer(output()));
  }

  private static MultiLayerNetwork images() {
    return network(DataType.FLOAT, new Adam(0.01), 16);
  }

  private static MultiLayerNetwork network(DataType type, IUpdater updater, int size) {
    return initialized(
        settings(type, updater)
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.TANH).build())
            .layer(output())
            .setInputType(InputType.convolutional(size, size, 3)));
  }

  private static ListBuilder settings(DataType type, IUpdater updater) {
    return new NeuralNetConfiguration.Builder().seed(5).dataType(type).updater(updater).list();
  }

  private static OutputLayer output() {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nOut(2)
        .activation(Activation.SOFTMAX)
        .build();
  }

  private static MultiLayerNetwork initialized(ListBuilder layers) {
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }
}
