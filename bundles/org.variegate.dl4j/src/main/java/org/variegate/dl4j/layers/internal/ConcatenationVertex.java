package org.variegate.dl4j.layers.internal;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies the channels of each example, which lie together in memory. */
@SuppressWarnings(
    "overrides") // of the superclass: an array where its interface has a variable number
public final class ConcatenationVertex extends ParameterlessGraphVertex {
  private static final long serialVersionUID = 1;

  private long[][] shapes;

  /**
   * A vertex of a graph.
   *
   * @param graph that it belongs to
   * @param name its name
   * @param index its index
   * @param type of its values
   */
  public ConcatenationVertex(ComputationGraph graph, String name, int index, DataType type) {
    super(graph, name, index, type);
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    shapes = new long[inputs.length][];
    long channels = 0;
    for (int i = 0; i < inputs.length; i++) {
      shapes[i] = inputs[i].shape();
      channels += shapes[i][1];
    }
    long[] shape = shapes[0].clone();
    shape[1] = channels;
    INDArray whole = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'c');
    copy(whole, inputs, true);
    return whole;
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
    INDArray[] parts = new INDArray[shapes.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] =
          workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, shapes[i], 'c');
    }
    copy(epsilon, parts, false);
    return new Pair<>(null, parts);
  }

  private void copy(INDArray all, INDArray[] parts, boolean together) {
    long width = dataType.width();
    INDArray whole = Contiguous.of(all, dataType);
    long examples = whole.size(0);
    long stride = whole.length() / examples * width;
    long offset = 0;
    for (INDArray some : parts) {
      INDArray part = Contiguous.of(some, dataType);
      long bytes = part.length() / examples * width;
      for (long n = 0; n < examples; n++) {
        Pointer inWhole = at(whole, n * stride + offset);
        Pointer inPart = at(part, n * bytes);
        Pointer.memcpy(together ? inWhole : inPart, together ? inPart : inWhole, bytes);
      }
      offset += bytes;
    }
  }

  private static Pointer at(INDArray array, long offset) {
    return new BytePointer(array.data().addressPointer()).getPointer(offset);
  }
}
