package org.variegate.dl4j;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Networks as bytes: configuration, weights and the optimizer's state. Equal networks make equal
 * bytes, whenever they are written; Deeplearning4j's own archives hold the time.
 */
public final class NetworkState {
  private static final int MOST_TEXT = 1 << 26;

  private NetworkState() {}

  /**
   * Writes a network.
   *
   * @param network of layers
   * @param out takes it
   * @throws IOException if it cannot be written
   */
  public static void write(MultiLayerNetwork network, DataOutputStream out) throws IOException {
    text(network.getLayerWiseConfigurations().toJson(), out);
    array(network.params(), out);
    array(network.getUpdater().getStateViewArray(), out);
  }

  /**
   * Writes a network.
   *
   * @param network a graph
   * @param out takes it
   * @throws IOException if it cannot be written
   */
  public static void write(ComputationGraph network, DataOutputStream out) throws IOException {
    text(network.getConfiguration().toJson(), out);
    array(network.params(), out);
    array(network.getUpdater().getStateViewArray(), out);
  }

  /**
   * Reads a network of layers.
   *
   * @param in where {@link #write(MultiLayerNetwork, DataOutputStream)} wrote it
   * @return the network, which goes on as if it had never been written
   * @throws IOException if that is no network, or a part of one
   */
  public static MultiLayerNetwork readLayers(DataInputStream in) throws IOException {
    try {
      MultiLayerConfiguration configuration = MultiLayerConfiguration.fromJson(text(in));
      MultiLayerNetwork network = new MultiLayerNetwork(configuration);
      network.init(array(in), false);
      network.getUpdater().setStateViewArray(network, array(in), false);
      return network;
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  /**
   * Reads a graph.
   *
   * @param in where {@link #write(ComputationGraph, DataOutputStream)} wrote it
   * @return the network, which goes on as if it had never been written
   * @throws IOException if that is no network, or a part of one
   */
  public static ComputationGraph readGraph(DataInputStream in) throws IOException {
    try {
      ComputationGraphConfiguration configuration =
          ComputationGraphConfiguration.fromJson(text(in));
      ComputationGraph network = new ComputationGraph(configuration);
      network.init(array(in), false);
      network.getUpdater().setStateViewArray(array(in));
      return network;
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private static IOException damaged(RuntimeException e) {
    return new IOException("is damaged: " + e.getMessage(), e);
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in, in.readInt(), MOST_TEXT), StandardCharsets.UTF_8);
  }

  /** No longer than what follows: a damaged length must not take all memory. */
  private static byte[] bytes(DataInputStream in, long length, long most) throws IOException {
    if (length < 0 || length > most) {
      throw new IOException("is damaged: needs a length up to " + most + ", got " + length);
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  /** Nothing of an optimizer that has no state. */
  private static void array(INDArray array, DataOutputStream out) throws IOException {
    if (array == null) {
      out.writeLong(0);
      return;
    }
    out.writeLong(array.length());
    ByteBuffer block = ByteBuffer.allocate(Float.BYTES << 12);
    for (float value : array.dup('c').reshape(array.length()).toFloatVector()) {
      block.putFloat(value);
      if (!block.hasRemaining()) {
        out.write(block.array());
        block.clear();
      }
    }
    out.write(block.array(), 0, block.position());
  }

  private static INDArray array(DataInputStream in) throws IOException {
    long length = in.readLong();
    if (length == 0) {
      return null;
    }
    byte[] bytes = bytes(in, length * Float.BYTES, Integer.MAX_VALUE - 8L);
    float[] values = new float[(int) length];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return Nd4j.createFromArray(values).reshape(1, length);
  }
}
