package org.variegate.dl4j.onnx;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;

/**
 * The end of a network of pictures that is a chain of convolutions, rectifiers and halvings, such
 * as that of VGG (Simonyan and Zisserman 2015).
 *
 * @param input name of the value that it begins with
 * @param links in their order
 */
public record ConvolutionChain(String input, List<Link> links) {

  /** One of a chain. */
  public sealed interface Link permits Convolution, Rectifier, Halving {}

  /**
   * A convolution of stride 1 that keeps the size.
   *
   * @param outputs channels
   * @param inputs channels
   * @param width of its window, an odd number
   * @param weights [outputs, inputs, width, width]
   * @param bias [outputs]
   */
  public record Convolution(int outputs, int inputs, int width, float[] weights, float[] bias)
      implements Link {}

  /** Keeps what is above 0. */
  public record Rectifier() implements Link {}

  /** Keeps the largest of each 2 x 2. */
  public record Halving() implements Link {}

  /**
   * The last convolutions of a model, and what lies between and after them.
   *
   * @param model that was read
   * @param output name of the value with which the chain ends
   * @param convolutions how many, at least 1
   * @return the shortest chain of so many
   * @throws IOException if there are fewer, or another operator lies between
   */
  public static ConvolutionChain last(OnnxModel model, String output, int convolutions)
      throws IOException {
    Map<String, NodeProto> makers = new HashMap<>();
    model.nodes().forEach(node -> makers.put(node.getOutput(0), node));
    Map<String, TensorProto> constants = new HashMap<>();
    model.constants().forEach(constant -> constants.put(constant.getName(), constant));
    LinkedList<Link> links = new LinkedList<>();
    String value = output;
    for (int found = 0; found < convolutions; ) {
      NodeProto node = makers.get(value);
      if (node == null) {
        throw new IOException(
            "needs " + convolutions + " convolutions before " + output + ", has " + found);
      }
      Link link = link(node, constants);
      found += link instanceof Convolution ? 1 : 0;
      links.addFirst(link);
      value = node.getInput(0);
    }
    return new ConvolutionChain(value, List.copyOf(links));
  }

  private static Link link(NodeProto node, Map<String, TensorProto> constants) throws IOException {
    Map<String, AttributeProto> attributes = new HashMap<>();
    node.getAttributeList().forEach(one -> attributes.put(one.getName(), one));
    switch (node.getOpType()) {
      case "Relu":
        return new Rectifier();
      case "MaxPool":
        if (longs(attributes, "kernel_shape", 0).equals(List.of(2L, 2L))
            && longs(attributes, "strides", 1).equals(List.of(2L, 2L))
            && longs(attributes, "pads", 0).stream().allMatch(pad -> pad == 0)) {
          return new Halving();
        }
        break;
      case "Conv":
        TensorProto weights = constants.get(node.getInput(1));
        if (weights != null && keepsSize(attributes, weights)) {
          return convolution(node, weights, constants);
        }
        break;
      default:
    }
    throw new IOException(
        "needs convolutions that keep the size, rectifiers and halvings, has "
            + node.getOpType()
            + " that makes "
            + node.getOutput(0));
  }

  private static boolean keepsSize(Map<String, AttributeProto> attributes, TensorProto weights) {
    long width = weights.getDims(2);
    AttributeProto group = attributes.get("group");
    AttributeProto pad = attributes.get("auto_pad");
    boolean same =
        pad != null && pad.getS().toStringUtf8().startsWith("SAME")
            || longs(attributes, "pads", 0).stream().allMatch(one -> one == width / 2)
                && longs(attributes, "pads", 0).size() == 4;
    return weights.getDimsCount() == 4
        && width % 2 == 1
        && weights.getDims(3) == width
        && (same || width == 1)
        && (group == null || group.getI() == 1)
        && longs(attributes, "strides", 1).stream().allMatch(one -> one == 1)
        && longs(attributes, "dilations", 1).stream().allMatch(one -> one == 1);
  }

  /** The numbers of an attribute; two of the same if it is not there. */
  private static List<Long> longs(
      Map<String, AttributeProto> attributes, String name, long otherwise) {
    AttributeProto attribute = attributes.get(name);
    return attribute == null ? List.of(otherwise, otherwise) : attribute.getIntsList();
  }

  private static Convolution convolution(
      NodeProto node, TensorProto weights, Map<String, TensorProto> constants) throws IOException {
    int outputs = (int) weights.getDims(0);
    float[] bias = new float[outputs];
    if (node.getInputCount() > 2 && !node.getInput(2).isEmpty()) {
      bias = values(constants.get(node.getInput(2)));
    }
    return new Convolution(
        outputs, (int) weights.getDims(1), (int) weights.getDims(2), values(weights), bias);
  }

  private static float[] values(TensorProto tensor) throws IOException {
    if (tensor == null || tensor.getDataType() != TensorProto.DataType.FLOAT_VALUE) {
      throw new IOException("needs weights of single precision that are constants");
    }
    if (tensor.getRawData().isEmpty()) {
      float[] values = new float[tensor.getFloatDataCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.getFloatData(i);
      }
      return values;
    }
    FloatBuffer raw =
        tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] values = new float[raw.remaining()];
    raw.get(values);
    return values;
  }
}
