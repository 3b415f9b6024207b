package org.variegate.dl4j.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.variegate.dl4j.layers.internal.ConcatenationVertex;
import org.variegate.dl4j.layers.internal.MaxPoolingVertex;
import org.variegate.dl4j.layers.internal.UpsamplingVertex;

/**
 * Says in ONNX what networks of Deeplearning4j compute when they do not learn: convolutions of an
 * odd width that keep the size, normalizations, halving and doubling, dense layers. What it cannot
 * say, it refuses.
 */
public final class OnnxLayers {
  private final OnnxModel model;
  private final String prefix;
  private final LayerOperators operators;

  /**
   * Adds to a model.
   *
   * @param model that takes the operators
   * @param prefix of all names
   * @param dimensions of what the network looks at: 2 for pictures, 3 for volumes
   */
  public OnnxLayers(OnnxModel model, String prefix, int dimensions) {
    this.model = model;
    this.prefix = prefix;
    this.operators = new LayerOperators(model, dimensions);
  }

  /**
   * A network of layers.
   *
   * @param network whose layers follow each other
   * @param input name of the value that it is given
   * @return name of what it says
   * @throws IllegalArgumentException if a layer cannot be said in ONNX; the message names it
   */
  public String add(MultiLayerNetwork network, String input) {
    String value = input;
    for (int i = 0; i < network.getnLayers(); i++) {
      if (network.getLayerWiseConfigurations().getInputPreProcess(i) != null) {
        throw LayerOperators.refused("a layer that reorders its input");
      }
      value = operators.of(network.getLayer(i), prefix + i, value);
    }
    return value;
  }

  /**
   * A graph of one input and one output.
   *
   * @param network the graph
   * @param input name of the value that it is given
   * @return name of what it says
   * @throws IllegalArgumentException if a vertex cannot be said in ONNX; the message names it
   */
  public String add(ComputationGraph network, String input) {
    Map<String, String> values = new HashMap<>();
    values.put(network.getConfiguration().getNetworkInputs().get(0), input);
    for (int place : network.topologicalSortOrder()) {
      GraphVertex vertex = network.getVertices()[place];
      String name = vertex.getVertexName();
      if (!values.containsKey(name)) {
        List<String> inputs =
            network.getConfiguration().getVertexInputs().get(name).stream()
                .map(values::get)
                .toList();
        values.put(name, vertex(vertex, prefix + name, inputs));
      }
    }
    return values.get(network.getConfiguration().getNetworkOutputs().get(0));
  }

  private String vertex(GraphVertex vertex, String name, List<String> inputs) {
    if (vertex.hasLayer()) {
      return operators.of(vertex.getLayer(), name, inputs.get(0));
    }
    if (vertex instanceof ConcatenationVertex) {
      return model.apply("Concat", name, inputs, Map.of("axis", 1L));
    }
    if (vertex instanceof MaxPoolingVertex) {
      return operators.halved(name, inputs.get(0));
    }
    if (vertex instanceof UpsamplingVertex) {
      return operators.doubled(name, inputs.get(0));
    }
    throw LayerOperators.refused(vertex.getClass().getSimpleName());
  }
}
