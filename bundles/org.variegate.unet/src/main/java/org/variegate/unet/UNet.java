package org.variegate.unet;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.variegate.dl4j.Leftovers;
import org.variegate.dl4j.NetworkArchive;
import org.variegate.dl4j.onnx.OnnxLayers;
import org.variegate.dl4j.onnx.OnnxModel;
import org.variegate.unet.internal.Graph;
import org.variegate.unet.internal.GraphBuilder;
import org.variegate.unet.internal.RunningMeans;
import org.variegate.unet.internal.Values;

/**
 * A U-Net with its weights and the state of its optimizer, which is Adam (Kingma and Ba 2015). Used
 * by one thread at a time, after the backend has been started. The same steps give the same weights
 * for the same number of threads.
 */
public final class UNet implements AutoCloseable {
  /** In which formats it can be written for other programs. */
  public static final SortedSet<String> FORMATS =
      Collections.unmodifiableSortedSet(new TreeSet<>(List.of("onnx", "zip")));

  private static final int BLOCK = 1 << 16;

  private final UNetShape shape;
  private final Graph graph;
  private final RunningMeans means;
  private double rate = Double.NaN;

  /**
   * A network that knows nothing.
   *
   * @param shape of the network
   * @param seed of its weights
   */
  public UNet(UNetShape shape, long seed) {
    this.shape = shape;
    this.graph = GraphBuilder.build(shape, seed);
    this.means = new RunningMeans(graph);
  }

  /**
   * What it is.
   *
   * @return its shape
   */
  public UNetShape shape() {
    return shape;
  }

  /**
   * How many numbers it learns.
   *
   * @return weights, and what normalizations keep
   */
  public long parameters() {
    return graph.numParams();
  }

  /**
   * One step of the optimizer.
   *
   * @param size [nx, ny, nz] voxels of each example; nz is 1 in two dimensions
   * @param inputs [examples, inputs, nz, ny, nx], x fastest
   * @param loss of the outputs
   * @param now learning rate
   * @return the loss before the step
   * @throws IllegalArgumentException if the levels do not divide the size
   */
  public double step(int[] size, float[] inputs, Loss loss, double now) {
    shape.requireFit(size);
    means.restore();
    if (now != rate) {
      graph.setLearningRate(now);
      rate = now;
    }
    try (INDArray array = array(size, inputs)) {
      return graph.step(array, loss);
    }
  }

  /**
   * What it says of images.
   *
   * @param size [nx, ny, nz] voxels of each image; nz is 1 in two dimensions
   * @param inputs [images, inputs, nz, ny, nx], x fastest
   * @return [images, outputs, nz, ny, nx]
   * @throws IllegalArgumentException if the levels do not divide the size
   */
  public float[] outputs(int[] size, float[] inputs) {
    shape.requireFit(size);
    means.correct();
    try (INDArray array = array(size, inputs);
        INDArray output = graph.outputSingle(array)) {
      return Values.of(output);
    }
  }

  private INDArray array(int[] size, float[] inputs) {
    long voxels = (long) size[0] * size[1] * size[2] * shape.inputs();
    long images = inputs.length / voxels;
    if (images < 1 || images * voxels != inputs.length) {
      throw new IllegalArgumentException(
          "inputs: needs a multiple of " + voxels + " values, got " + inputs.length);
    }
    Leftovers.clear();
    INDArray flat = Nd4j.createFromArray(inputs);
    return shape.dimensions() == 2
        ? flat.reshape(images, shape.inputs(), size[1], size[0])
        : flat.reshape(images, shape.inputs(), size[2], size[1], size[0]);
  }

  /**
   * Writes weights and the optimizer's state.
   *
   * @param out takes them; is not closed
   * @throws IOException if they cannot be written
   */
  public void save(DataOutputStream out) throws IOException {
    means.restore();
    out.writeUTF(shape.toString());
    out.writeInt(graph.getConfiguration().getIterationCount());
    write(out, graph.params());
    write(out, graph.getUpdater().getStateViewArray());
    out.flush();
  }

  /**
   * Reads what was saved.
   *
   * @param shape that it must have
   * @param in gives it
   * @return a network that goes on as if it had never been saved
   * @throws IOException if it is of another shape, or cannot be read
   */
  public static UNet load(UNetShape shape, DataInputStream in) throws IOException {
    String found = in.readUTF();
    if (!found.equals(shape.toString())) {
      throw new IOException("network: needs " + shape + ", got " + found);
    }
    UNet net = new UNet(shape, 0);
    boolean read = false;
    try {
      net.graph.getConfiguration().setIterationCount(in.readInt());
      Values.set(net.graph.params(), read(in, net.graph.params().length()));
      INDArray state = net.graph.getUpdater().getStateViewArray();
      Values.set(state, read(in, state.length()));
      read = true;
      return net;
    } finally {
      if (!read) {
        net.close();
      }
    }
  }

  /**
   * Writes it for other programs, as it is when it does not learn: {@code zip} for {@code
   * ModelSerializer} of Deeplearning4j, which then needs the layers of this project; or {@code
   * onnx}, with an input {@code image} and an output {@code output}, both of [examples, channels,
   * nz, ny, nx], or without nz in two dimensions.
   *
   * @param format one of {@link #FORMATS}
   * @param name of the model
   * @param softmax whether ONNX shall make probabilities of what is said; an archive never does
   * @param notes what who uses it must know, in ONNX's metadata
   * @param out takes it; is not closed
   * @throws IOException if it cannot be written
   */
  public void export(
      String format, String name, boolean softmax, Map<String, Object> notes, OutputStream out)
      throws IOException {
    means.correct();
    if (format.equals("zip")) {
      NetworkArchive.write(graph, out);
      return;
    }
    OnnxModel model = new OnnxModel(name);
    model.input("image", axes(shape.inputs()));
    String said = new OnnxLayers(model, "unet_", shape.dimensions()).add(graph, "image");
    model.apply(
        softmax ? "Softmax" : "Identity",
        "output",
        List.of(said),
        softmax ? Map.of("axis", 1L) : Map.of());
    model.output("output", axes(shape.outputs()));
    new TreeMap<>(notes).forEach(model::note);
    model.write(out);
  }

  private Object[] axes(int channels) {
    return shape.dimensions() == 2
        ? new Object[] {"examples", channels, "ny", "nx"}
        : new Object[] {"examples", channels, "nz", "ny", "nx"};
  }

  private static void write(DataOutputStream out, INDArray array) throws IOException {
    float[] values = Values.of(array);
    out.writeInt(values.length);
    byte[] bytes = new byte[4 * BLOCK];
    for (int from = 0; from < values.length; from += BLOCK) {
      int count = Math.min(BLOCK, values.length - from);
      ByteBuffer.wrap(bytes).asFloatBuffer().put(values, from, count);
      out.write(bytes, 0, 4 * count);
    }
  }

  private static float[] read(DataInputStream in, long length) throws IOException {
    int found = in.readInt();
    if (found != length) {
      throw new IOException("network: needs " + length + " numbers, got " + found);
    }
    float[] values = new float[found];
    byte[] bytes = new byte[4 * BLOCK];
    for (int from = 0; from < values.length; from += BLOCK) {
      int count = Math.min(BLOCK, values.length - from);
      in.readFully(bytes, 0, 4 * count);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(values, from, count);
    }
    return values;
  }

  @Override
  public void close() {
    graph.close();
  }
}
