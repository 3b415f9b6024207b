import java.util.Arrays;
import java.util.Locale;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Convolution3D.DataFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.variegate.dl4j.Backend;
import org.variegate.dl4j.BackendReport;
import org.variegate.dl4j.layers.Concatenation;
import org.variegate.dl4j.layers.Convolution2D;
import org.variegate.dl4j.layers.MaxPooling;
import org.variegate.dl4j.layers.Normalization;
import org.variegate.dl4j.layers.Upsampling;

/**
 * Times training steps of U-Nets: two convolutions of width 3 a level, each normalized and
 * rectified, halved by maxima, doubled by repetition, skip connections, softmax over 4 classes and
 * cross-entropy, Adam. {@code steps.py} builds the same for PyTorch.
 *
 * <p>Arguments: network (2d, 3d, 2d-stock, conv), threads, steps. Prints one line a step:
 * milliseconds of the wall clock and of the processors.
 */
public final class Steps {
  private static final int LEVELS = 4;
  private static final int CLASSES = 4;

  private final boolean volumes;
  private final boolean stock;

  private Steps(String network) {
    volumes = network.startsWith("3d");
    stock = network.endsWith("stock");
  }

  public static void main(String[] arguments) throws Exception {
    BackendReport report = Backend.onClassPath().start(Integer.parseInt(arguments[1]));
    if (!report.fast()) {
      throw new IllegalStateException(report.slowBecause());
    }
    ComputationGraph graph = new Steps(arguments[0]).graph();
    DataSet batch = new Steps(arguments[0]).batch();
    int steps = Integer.parseInt(arguments[2]);
    for (int i = 0; i < steps; i++) {
      long cpu = cpuNanos();
      long wall = System.nanoTime();
      graph.fit(batch);
      System.out.printf(
          Locale.ROOT,
          "%.1f %.1f%n",
          (System.nanoTime() - wall) / 1e6,
          (cpuNanos() - cpu) / 1e6);
    }
    System.err.printf(Locale.ROOT, "loss %.6f, %d parameters%n", graph.score(), graph.numParams());
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private DataSet batch() {
    Nd4j.getRandom().setSeed(7);
    long[] shape = volumes ? new long[] {1, 1, 64, 64, 64} : new long[] {8, 1, 128, 128};
    INDArray images = Nd4j.randn(DataType.FLOAT, shape);
    long[] labels = shape.clone();
    labels[1] = CLASSES;
    INDArray classes = Nd4j.zeros(DataType.FLOAT, labels);
    long voxels = images.length() / shape[0];
    for (long n = 0; n < shape[0]; n++) {
      for (long v = 0; v < voxels; v++) {
        classes.data().put((n * CLASSES + v % CLASSES) * voxels + v, 1f);
      }
    }
    return new DataSet(images, classes);
  }

  private ComputationGraph graph() {
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Adam(1e-3))
            .convolutionMode(ConvolutionMode.Same)
            .activation(Activation.IDENTITY)
            .graphBuilder()
            .addInputs("image");
    String last = "image";
    String[] skips = new String[LEVELS];
    int base = volumes ? 8 : 16;
    for (int level = 0; level < LEVELS; level++) {
      if (level > 0) {
        halve(builder, "down" + level, last);
        last = "down" + level;
      }
      last = twice(builder, "encode" + level, base << level, last);
      skips[level] = last;
    }
    for (int level = LEVELS - 2; level >= 0; level--) {
      twofold(builder, "up" + level, last);
      builder.addVertex(
          "skip" + level, stock ? new MergeVertex() : new Concatenation(), "up" + level, skips[level]);
      last = twice(builder, "decode" + level, base << level, "skip" + level);
    }
    builder.addLayer("logits", convolution(1, CLASSES, true), last);
    builder.addLayer("classes", loss(), "logits").setOutputs("classes");
    builder.setInputTypes(
        volumes
            ? InputType.convolutional3D(DataFormat.NCDHW, 64, 64, 64, 1)
            : InputType.convolutional(128, 128, 1));
    ComputationGraph graph = new ComputationGraph(builder.build());
    graph.init();
    return graph;
  }

  private String twice(GraphBuilder builder, String name, int channels, String from) {
    String last = from;
    for (int i = 0; i < 2; i++) {
      String at = name + "-" + i;
      builder.addLayer(at, convolution(3, channels, false), last);
      if (stock) {
        builder.addLayer(at + "-norm", new BatchNormalization(), at);
        builder.addLayer(
            at + "-relu",
            new org.deeplearning4j.nn.conf.layers.ActivationLayer(Activation.RELU),
            at + "-norm");
        last = at + "-relu";
      } else {
        builder.addLayer(at + "-norm", new Normalization(), at);
        last = at + "-norm";
      }
    }
    return last;
  }

  private Layer convolution(int width, int channels, boolean bias) {
    if (volumes) {
      return new org.variegate.dl4j.layers.Convolution3D(
          new Convolution3D.Builder(width, width, width)
              .dataFormat(DataFormat.NCDHW)
              .nOut(channels)
              .hasBias(bias));
    }
    ConvolutionLayer.Builder settings =
        new ConvolutionLayer.Builder(width, width).nOut(channels).hasBias(bias);
    return stock ? settings.build() : new Convolution2D(settings);
  }

  private void halve(GraphBuilder builder, String name, String from) {
    if (stock) {
      builder.addLayer(
          name,
          new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build(),
          from);
    } else {
      builder.addVertex(name, new MaxPooling(), from);
    }
  }

  private void twofold(GraphBuilder builder, String name, String from) {
    if (stock) {
      builder.addLayer(name, new Upsampling2D.Builder(2).build(), from);
    } else {
      builder.addVertex(name, new Upsampling(), from);
    }
  }

  private Layer loss() {
    return volumes
        ? new Cnn3DLossLayer.Builder(DataFormat.NCDHW)
            .lossFunction(LossFunction.MCXENT)
            .activation(Activation.SOFTMAX)
            .build()
        : new CnnLossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build();
  }
}
