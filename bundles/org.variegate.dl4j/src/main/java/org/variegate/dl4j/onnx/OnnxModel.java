package org.variegate.dl4j.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;

/** An ONNX model that is being made, or was read. Equal ones are written as equal bytes. */
public final class OnnxModel {
  /**
   * Whose operators are written: the first in which each that is used here takes its final form.
   */
  static final int OPERATORS = 13;

  private static final int IR = 7;

  private final ModelProto.Builder model;
  private final GraphProto.Builder graph;

  private OnnxModel(ModelProto.Builder model) {
    this.model = model;
    this.graph = model.getGraphBuilder();
  }

  /**
   * A model without anything.
   *
   * @param name of it
   */
  public OnnxModel(String name) {
    this(
        ModelProto.newBuilder()
            .setIrVersion(IR)
            .setProducerName("Variegate")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS)));
    graph.setName(name);
  }

  /**
   * Reads a model.
   *
   * @param file with it
   * @return the model, which can be added to
   * @throws IOException if it cannot be read, or is none; the message names the file
   */
  public static OnnxModel read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ModelProto model = ModelProto.parseFrom(in);
      if (!model.hasGraph()) {
        throw new IOException(file + ": is no ONNX model");
      }
      return new OnnxModel(model.toBuilder());
    } catch (InvalidProtocolBufferException e) {
      throw new IOException(file + ": is no ONNX model, or ends before its end", e);
    }
  }

  /**
   * The names of what it is given.
   *
   * @return of all inputs; some files count constants among them
   */
  public List<String> inputs() {
    return graph.getInputList().stream().map(ValueInfoProto::getName).toList();
  }

  /**
   * The part of it that makes a value.
   *
   * @param value its name
   * @return another model, without an output
   */
  public OnnxModel upTo(String value) {
    Set<String> needed = new HashSet<>(Set.of(value));
    Deque<NodeProto> kept = new ArrayDeque<>();
    for (int i = graph.getNodeCount() - 1; i >= 0; i--) { // they stand in the order of their use
      NodeProto node = graph.getNode(i);
      if (node.getOutputList().stream().anyMatch(needed::contains)) {
        kept.addFirst(node);
        needed.addAll(node.getInputList());
      }
    }
    OnnxModel part = new OnnxModel(model.build().toBuilder());
    part.graph.clearNode().addAllNode(kept).clearOutput().clearInitializer().clearInput();
    part.graph.clearValueInfo();
    for (TensorProto constant : constants()) {
      if (needed.contains(constant.getName())) {
        part.graph.addInitializer(constant);
      }
    }
    for (ValueInfoProto input : graph.getInputList()) {
      if (needed.contains(input.getName())) {
        part.graph.addInput(input);
      }
    }
    return part;
  }

  List<NodeProto> nodes() {
    return graph.getNodeList();
  }

  List<TensorProto> constants() {
    return graph.getInitializerList();
  }

  /**
   * Adds an input of single precision.
   *
   * @param name of it
   * @param sizes of its axes: numbers, or names of what is not known yet
   * @return its name
   */
  public String input(String name, Object... sizes) {
    graph.addInput(value(name, sizes));
    return name;
  }

  /**
   * Says that a value is an output, of single precision.
   *
   * @param name of the value
   * @param sizes of its axes: numbers, or names of what is not known yet
   */
  public void output(String name, Object... sizes) {
    graph.addOutput(value(name, sizes));
  }

  private static ValueInfoProto value(String name, Object... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Object size : sizes) {
      TensorShapeProto.Dimension.Builder axis = shape.addDimBuilder();
      if (size instanceof Number number) {
        axis.setDimValue(number.longValue());
      } else {
        axis.setDimParam((String) size);
      }
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /**
   * Adds a constant of single precision.
   *
   * @param name of it
   * @param values the last axis fastest
   * @param shape of them
   * @return its name
   */
  public String constant(String name, float[] values, long... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addAllDims(Arrays.stream(shape).boxed().toList())
            .setRawData(ByteString.copyFrom(bytes.array())));
    return name;
  }

  /**
   * Adds an operator of one output.
   *
   * @param operator its type
   * @param output the output's name
   * @param inputs names of values; empty for one that is left out
   * @param attributes by name: Long, Float, String, or an array of long
   * @return the output's name
   */
  public String apply(
      String operator, String output, List<String> inputs, Map<String, Object> attributes) {
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(output)
            .addAllInput(inputs)
            .addOutput(output);
    attributes.keySet().stream()
        .sorted()
        .forEach(name -> node.addAttribute(attribute(name, attributes.get(name))));
    graph.addNode(node);
    return output;
  }

  private static AttributeProto attribute(String name, Object value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    if (value instanceof Long number) {
      return attribute.setType(AttributeType.INT).setI(number).build();
    }
    if (value instanceof Float number) {
      return attribute.setType(AttributeType.FLOAT).setF(number).build();
    }
    if (value instanceof long[] numbers) {
      attribute.setType(AttributeType.INTS);
      Arrays.stream(numbers).forEach(attribute::addInts);
      return attribute.build();
    }
    return attribute
        .setType(AttributeType.STRING)
        .setS(ByteString.copyFromUtf8((String) value))
        .build();
  }

  /**
   * Notes something for whoever uses the model, among its metadata.
   *
   * @param key of the note
   * @param value of it; what is noted is its text
   */
  public void note(String key, Object value) {
    model.addMetadataProps(
        StringStringEntryProto.newBuilder().setKey(key).setValue(value.toString()));
  }

  /**
   * All of it.
   *
   * @return as a file holds it
   */
  public byte[] bytes() {
    return model.build().toByteArray();
  }

  /**
   * Writes it.
   *
   * @param out takes it; is not closed
   * @throws IOException if it cannot be written
   */
  public void write(OutputStream out) throws IOException {
    model.build().writeTo(out);
  }
}
