package org.variegate.dl4j.layers.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.GraphConfig;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D.DataFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.variegate.dl4j.Backend;
import org.variegate.dl4j.BackendException;
import org.variegate.dl4j.layers.Concatenation;
import org.variegate.dl4j.layers.Convolution2D;
import org.variegate.dl4j.layers.Convolution3D;
import org.variegate.dl4j.layers.MaxPooling;
import org.variegate.dl4j.layers.Normalization;
import org.variegate.dl4j.layers.Upsampling;

class LayersTest {
  private static final Set<String> RUNNING =
      Set.of("first_mean", "first_var", "second_mean", "second_var");

  @TempDir Path folder;

  @BeforeAll
  static void start() throws BackendException {
    Backend.onClassPath().start(1);
  }

  @AfterAll
  static void singlePrecision() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  @Test
  void gradientsInPicturesAreThoseOfDifferences() {
    check(graph(DataType.DOUBLE, 2, new Normalization(0.3), new NoOp()), 2, 3, 2, 6, 4);
  }

  @Test
  void gradientsInVolumesAreThoseOfDifferences() {
    check(graph(DataType.DOUBLE, 3, new Normalization(), new NoOp()), 3, 2, 2, 2, 4, 4);
    check(graph(DataType.DOUBLE, 3, perExample(0.3), new NoOp()), 5, 3, 2, 2, 4, 4);
  }

  private static Normalization perExample(double slope) {
    Normalization normalization = new Normalization(slope);
    normalization.setPerExample(true);
    return normalization;
  }

  private static void check(ComputationGraph graph, int seed, long... shape) {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    long[] labels = shape.clone();
    labels[1] = 2;
    GraphConfig config =
        new GraphConfig()
            .net(graph)
            .inputs(new INDArray[] {normal(seed, DataType.DOUBLE, shape)})
            .labels(new INDArray[] {normal(seed + 1, DataType.DOUBLE, labels)})
            .excludeParams(RUNNING);
    assertTrue(GradientCheckUtil.checkGradients(config));
  }

  @Test
  void aStepIsThatOfDeeplearning4jsOwnLayer() {
    ComputationGraph ours = graph(DataType.FLOAT, 2, new Normalization(1));
    ComputationGraph theirs =
        graph(DataType.FLOAT, 2, new BatchNormalization.Builder().useLogStd(false).build());
    INDArray before = ours.params().dup();
    theirs.setParams(before);
    DataSet batch =
        new DataSet(
            normal(3, DataType.FLOAT, 3, 2, 66, 34), normal(4, DataType.FLOAT, 3, 2, 66, 34));
    for (int i = 0; i < 3; i++) {
      ours.fit(batch);
      theirs.fit(batch);
    }
    assertArrayEquals(theirs.params().toFloatVector(), ours.params().toFloatVector(), 2e-5f);
    assertTrue(before.distance2(ours.params()) > 0.1, "" + before.distance2(ours.params()));
    INDArray image = batch.getFeatures();
    assertArrayEquals(
        theirs.outputSingle(image).ravel().toFloatVector(),
        ours.outputSingle(image).ravel().toFloatVector(),
        2e-5f);
  }

  @Test
  void singlePrecisionIsDoublePrecisionRounded() {
    ComputationGraph single = graph(DataType.FLOAT, 3, new Normalization(0.1));
    ComputationGraph twice = graph(DataType.DOUBLE, 3, new Normalization(0.1));
    twice.setParams(single.params().castTo(DataType.DOUBLE));
    INDArray volumes = normal(3, DataType.FLOAT, 2, 2, 6, 6, 4).addi(100);
    INDArray labels = normal(4, DataType.FLOAT, 2, 2, 6, 6, 4);
    single.fit(new DataSet(volumes, labels));
    twice.fit(new DataSet(volumes.castTo(DataType.DOUBLE), labels.castTo(DataType.DOUBLE)));
    assertArrayEquals(twice.params().toDoubleVector(), single.params().toDoubleVector(), 2e-3);
  }

  /** Each with mean 0 and variance 1 in each channel, however unlike they are. */
  @Test
  void examplesAreNormalizedByThemselves() {
    INDArray images = normal(3, DataType.FLOAT, 2, 2, 8, 8);
    images.slice(1).muli(50).addi(300);
    ComputationGraph graph = graph(DataType.FLOAT, 2, perExample(1));
    INDArray first = graph.feedForward(images, false).get("first");
    ChannelStatistics each = ChannelStatistics.of(Channels.of(first.dup('c'), true));
    assertEquals(2 * first.size(1), each.mean().length);
    for (int c = 0; c < each.mean().length; c++) {
      assertEquals(0, each.mean()[c], 1e-4);
      assertEquals(1, each.variance()[c], 1e-2);
    }
    INDArray training = graph.feedForward(images, true).get("first");
    assertArrayEquals(first.ravel().toFloatVector(), training.ravel().toFloatVector());
  }

  @Test
  void constantChannelsStayFinite() {
    ComputationGraph graph = graph(DataType.FLOAT, 2, new Normalization());
    INDArray images = Nd4j.ones(DataType.FLOAT, 2, 2, 8, 8).muli(1e4);
    graph.fit(new DataSet(images, Nd4j.zeros(DataType.FLOAT, 2, 2, 8, 8)));
    for (float value : graph.params().toFloatVector()) {
      assertTrue(Float.isFinite(value));
    }
  }

  @Test
  void aSavedGraphIsTheSame() throws Exception {
    ComputationGraph graph = graph(DataType.FLOAT, 3, perExample(0.2));
    graph.save(folder.resolve("graph.zip").toFile(), true);
    ComputationGraph loaded = ComputationGraph.load(folder.resolve("graph.zip").toFile(), true);
    assertEquals(graph.getConfiguration(), loaded.getConfiguration());
    INDArray volume = normal(5, DataType.FLOAT, 1, 2, 8, 8, 8);
    assertArrayEquals(
        graph.outputSingle(volume).ravel().toFloatVector(),
        loaded.outputSingle(volume).ravel().toFloatVector());
  }

  @Test
  void anyNumberOfThreadsNormalizesToTheSameBits() {
    INDArray images = normal(3, DataType.FLOAT, 3, 7, 66, 34);
    ChannelStatistics one = ChannelStatistics.of(Channels.of(images));
    Workers.use(3);
    ChannelStatistics three = ChannelStatistics.of(Channels.of(images));
    Workers.use(1);
    assertArrayEquals(one.mean(), three.mean());
    assertArrayEquals(one.variance(), three.variance());
  }

  @Test
  void windowsAreThoseOfDefinitions() {
    INDArray fine = Nd4j.createFromArray(new float[][][][] {{{{1, 5, 2, 2}, {5, 0, 2, 2}}}});
    INDArray coarse = Nd4j.create(DataType.FLOAT, 1, 1, 1, 2);
    Windows.maxima(fine, coarse);
    assertArrayEquals(new float[] {5, 2}, coarse.ravel().toFloatVector());
    INDArray gradient = Nd4j.create(DataType.FLOAT, 1, 1, 2, 4);
    Windows.toMaxima(fine, coarse, gradient);
    assertArrayEquals(new float[] {0, 5, 2, 0, 0, 0, 0, 0}, gradient.ravel().toFloatVector());
    Windows.repeat(coarse, gradient);
    assertArrayEquals(new float[] {5, 5, 2, 2, 5, 5, 2, 2}, gradient.ravel().toFloatVector());
    Windows.sums(fine, coarse);
    assertArrayEquals(new float[] {11, 8}, coarse.ravel().toFloatVector());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Normalization(-0.1));
    assertThrows(IllegalArgumentException.class, () -> new Normalization(Double.NaN));
    InputType large = InputType.convolutional(8, 8, 2);
    InputType small = InputType.convolutional(8, 7, 2);
    Exception refused =
        assertThrows(Exception.class, () -> new Concatenation().getOutputType(0, large, small));
    assertTrue(refused.getMessage().startsWith("concatenation: needs"), refused.getMessage());
    assertThrows(Exception.class, () -> new MaxPooling().getOutputType(0, small));
    assertThrows(IllegalArgumentException.class, () -> Windows.halved(1, 1, 4, 3));
  }

  private static INDArray normal(long seed, DataType type, long... shape) {
    Nd4j.getRandom().setSeed(seed);
    return Nd4j.randn(type, shape);
  }

  /** A U-Net of two levels, a convolution each. */
  private static ComputationGraph graph(DataType type, int dimensions, Layer normalization) {
    return graph(type, dimensions, normalization, new Sgd(1e-4));
  }

  private static ComputationGraph graph(
      DataType type, int dimensions, Layer normalization, IUpdater updater) {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(5)
                .dataType(type)
                .updater(updater)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.IDENTITY)
                .graphBuilder()
                .addInputs("image")
                .addLayer("a", convolution(dimensions, 3, 4), "image")
                .addLayer("first", normalization, "a")
                .addVertex("coarse", new MaxPooling(), "first")
                .addLayer("b", convolution(dimensions, 3, 3), "coarse")
                .addLayer("second", normalization.clone(), "b")
                .addVertex("fine", new Upsampling(), "second")
                .addVertex("both", new Concatenation(), "fine", "first")
                .addLayer("c", convolution(dimensions, 1, 2), "both")
                .addLayer("loss", loss(dimensions), "c")
                .setOutputs("loss")
                .setInputTypes(input(dimensions))
                .build());
    graph.init();
    return graph;
  }

  private static InputType input(int dimensions) {
    return dimensions == 2
        ? InputType.convolutional(6, 4, 2)
        : InputType.convolutional3D(DataFormat.NCDHW, 2, 4, 4, 2);
  }

  private static Layer convolution(int dimensions, int width, int channels) {
    return dimensions == 2
        ? new Convolution2D(new ConvolutionLayer.Builder(width, width).nOut(channels))
        : new Convolution3D(
            new org.deeplearning4j.nn.conf.layers.Convolution3D.Builder(width, width, width)
                .dataFormat(DataFormat.NCDHW)
                .nOut(channels));
  }

  private static Layer loss(int dimensions) {
    return dimensions == 2
        ? new CnnLossLayer.Builder(LossFunction.MSE).build()
        : new Cnn3DLossLayer.Builder(DataFormat.NCDHW).lossFunction(LossFunction.MSE).build();
  }
}
