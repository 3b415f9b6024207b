package org.variegate.model.classification;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How the score of a class, before softmax, changes with what the dense layers at a network's end
 * are given.
 */
final class Gradient {
  private static final double EPSILON = 1e-5; // of DL4J's batch normalisation

  private final MultiLayerNetwork network;
  private final int first;

  /**
   * A gradient.
   *
   * @param network ends with dense layers and before them, perhaps, a normalisation
   * @param first of those layers
   */
  Gradient(MultiLayerNetwork network, int first) {
    this.network = network;
    this.first = first;
  }

  /**
   * By the input of the first of those layers.
   *
   * @param input of it, [features]
   * @param place of the class
   * @return [features]
   */
  float[] of(float[] input, int place) {
    double[][] inputs = new double[network.getnLayers() - first][];
    double[] values = new double[input.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = input[i];
    }
    for (int n = first; n < network.getnLayers(); n++) {
      inputs[n - first] = values;
      values = forward(network.getLayer(n), values, n < network.getnLayers() - 1);
    }
    double[] back = new double[values.length];
    back[place] = 1;
    for (int n = network.getnLayers() - 1; n >= first; n--) {
      back = backward(network.getLayer(n), inputs[n - first], back, n < network.getnLayers() - 1);
    }
    float[] gradient = new float[back.length];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (float) back[i];
    }
    return gradient;
  }

  private static boolean normalises(Layer layer) {
    return layer.getParam("W") == null;
  }

  private static double[] forward(Layer layer, double[] input, boolean rectified) {
    if (normalises(layer)) {
      double[] output = input.clone();
      for (int i = 0; i < output.length; i++) {
        output[i] = (output[i] - layer.getParam("mean").getDouble(i)) * factor(layer, i);
      }
      return output;
    }
    INDArray weights = layer.getParam("W");
    double[] output = layer.getParam("b").toDoubleVector();
    double[][] matrix = weights.toDoubleMatrix();
    for (int i = 0; i < input.length; i++) {
      for (int j = 0; j < output.length; j++) {
        output[j] += input[i] * matrix[i][j];
      }
    }
    for (int j = 0; rectified && j < output.length; j++) {
      output[j] = Math.max(0, output[j]);
    }
    return output;
  }

  private static double[] backward(Layer layer, double[] input, double[] above, boolean rectified) {
    double[] below = new double[input.length];
    if (normalises(layer)) {
      for (int i = 0; i < below.length; i++) {
        below[i] = above[i] * factor(layer, i);
      }
      return below;
    }
    double[] output = forward(layer, input, rectified);
    double[][] matrix = layer.getParam("W").toDoubleMatrix();
    for (int i = 0; i < below.length; i++) {
      for (int j = 0; j < above.length; j++) {
        if (!rectified || output[j] > 0) {
          below[i] += matrix[i][j] * above[j];
        }
      }
    }
    return below;
  }

  private static double factor(Layer layer, int i) {
    return 1 / Math.sqrt(layer.getParam("var").getDouble(i) + EPSILON);
  }
}
