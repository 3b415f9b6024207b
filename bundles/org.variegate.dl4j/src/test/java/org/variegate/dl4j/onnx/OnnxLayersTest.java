package org.variegate.dl4j.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution3D.DataFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.variegate.dl4j.Backend;
import org.variegate.dl4j.BackendException;
import org.variegate.dl4j.layers.Concatenation;
import org.variegate.dl4j.layers.Convolution2D;
import org.variegate.dl4j.layers.Convolution3D;
import org.variegate.dl4j.layers.MaxPooling;
import org.variegate.dl4j.layers.Normalization;
import org.variegate.dl4j.layers.Upsampling;

/** What ONNX Runtime computes of the written networks is what Deeplearning4j computes. */
class OnnxLayersTest {
  private static final float CLOSE = 1e-5f;

  @BeforeAll
  static void start() throws BackendException {
    Backend.onClassPath().start(1);
  }

  private static float[] values(INDArray array) {
    return array.dup('c').reshape(array.length()).toFloatVector();
  }

  /** Means, variances, factors that are none of 0 and 1. */
  private static void stir(Map<String, INDArray> parameters) {
    Nd4j.getRandom().setSeed(11);
    parameters.values().forEach(p -> p.addi(Nd4j.rand(p.shape()).muli(0.3)));
  }

  private static float[] run(OnnxModel model, INDArray input) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model.bytes());
        OnnxTensor tensor =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(values(input)), input.shape());
        OrtSession.Result result = session.run(Map.of("image", tensor))) {
      FloatBuffer found = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] all = new float[found.remaining()];
      found.get(all);
      return all;
    }
  }

  @Test
  void classifiersOfPixels() throws OrtException {
    MultiLayerNetwork network =
        layers(
            InputType.convolutional(8, 12, 3),
            new ConvolutionLayer.Builder(3, 3)
                .nOut(5)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.RELU)
                .build(),
            new SubsamplingLayer.Builder(
                    SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                .build(),
            new GlobalPoolingLayer.Builder(PoolingType.AVG).build(),
            new BatchNormalization.Builder().useLogStd(false).build(),
            new DenseLayer.Builder().nOut(6).activation(Activation.RELU).build(),
            new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build());
    stir(network.paramTable());
    OnnxModel model = new OnnxModel("pixels");
    model.input("image", "pictures", 3, 8, 12);
    model.output(new OnnxLayers(model, "layer", 2).add(network, "image"), "pictures", 3);
    INDArray pictures = Nd4j.rand(2, 3, 8, 12);
    assertArrayEquals(values(network.output(pictures)), run(model, pictures), CLOSE);
  }

  @Test
  void graphsOfPictures() throws OrtException {
    ComputationGraph graph =
        graph(
            InputType.convolutional(4, 8, 2),
            false,
            new Convolution2D(
                new ConvolutionLayer.Builder(3, 3)
                    .nOut(4)
                    .hasBias(false)
                    .activation(new ActivationIdentity())),
            new Convolution2D(
                new ConvolutionLayer.Builder(1, 1).nOut(3).activation(new ActivationIdentity())));
    INDArray pictures = Nd4j.rand(2, 2, 4, 8);
    assertArrayEquals(
        values(graph.outputSingle(pictures)), run(model(graph, 2, 4, 8), pictures), CLOSE);
  }

  @Test
  void graphsOfVolumes() throws OrtException {
    ComputationGraph graph =
        graph(
            InputType.convolutional3D(DataFormat.NCDHW, 4, 6, 8, 2),
            true,
            new Convolution3D(
                new org.deeplearning4j.nn.conf.layers.Convolution3D.Builder(3, 3, 3)
                    .dataFormat(DataFormat.NCDHW)
                    .nOut(4)
                    .hasBias(false)
                    .activation(new ActivationIdentity())),
            new Convolution3D(
                new org.deeplearning4j.nn.conf.layers.Convolution3D.Builder(1, 1, 1)
                    .dataFormat(DataFormat.NCDHW)
                    .nOut(3)
                    .activation(new ActivationIdentity())));
    INDArray volumes = Nd4j.rand(2, 2, 4, 6, 8);
    assertArrayEquals(
        values(graph.outputSingle(volumes)), run(model(graph, 2, 4, 6, 8), volumes), CLOSE);
  }

  @Test
  void whatOnnxDoesNotKnowIsRefused() {
    MultiLayerNetwork network =
        layers(
            InputType.feedForward(4),
            new DenseLayer.Builder().nOut(4).activation(Activation.RATIONALTANH).build(),
            new OutputLayer.Builder().nOut(2).activation(Activation.SOFTMAX).build());
    OnnxModel model = new OnnxModel("strange");
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new OnnxLayers(model, "l", 2).add(network, "x"));
    assertEquals("ONNX: the activation rationaltanh cannot be written", refused.getMessage());
  }

  private static MultiLayerNetwork layers(InputType input, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(3).list();
    List.of(layers).forEach(list::layer);
    MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(input).build());
    network.init();
    return network;
  }

  /** A U-Net of two levels, normalized over the batch or by example. */
  private static ComputationGraph graph(
      InputType input, boolean perExample, Layer first, Layer last) {
    Normalization normalization = new Normalization(0.2);
    normalization.setPerExample(perExample);
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .convolutionMode(ConvolutionMode.Same)
                .graphBuilder()
                .validateOutputLayerConfig(false)
                .addInputs("in")
                .setInputTypes(input)
                .addLayer("first", first, "in")
                .addLayer("normal", normalization, "first")
                .addVertex("half", new MaxPooling(), "normal")
                .addVertex("twice", new Upsampling(), "half")
                .addVertex("both", new Concatenation(), "normal", "twice")
                .addLayer("last", last, "both")
                .setOutputs("last")
                .build());
    graph.init();
    stir(graph.paramTable());
    return graph;
  }

  private static OnnxModel model(ComputationGraph graph, Object... sizes) {
    OnnxModel model = new OnnxModel("graph");
    Object[] all = new Object[sizes.length + 1];
    all[0] = "n";
    System.arraycopy(sizes, 0, all, 1, sizes.length);
    model.input("image", all);
    all[1] = 3;
    model.output(new OnnxLayers(model, "u_", sizes.length - 1).add(graph, "image"), all);
    return model;
  }
}
