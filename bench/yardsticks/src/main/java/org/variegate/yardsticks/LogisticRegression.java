package org.variegate.yardsticks;

import java.util.Arrays;

/**
 * Logistic regression on standardised features, with a penalty: for weights w and intercepts b it
 * minimises |w|^2 / 2 + c sum_i -log p(class of i), as scikit-learn does. Two classes have one
 * vector of weights, more have one each (softmax).
 */
final class LogisticRegression {
  private final int classes;
  private final double[] mean;
  private final double[] scale;
  private final double[] solution;

  private LogisticRegression(int classes, double[] mean, double[] scale, double[] solution) {
    this.classes = classes;
    this.mean = mean;
    this.scale = scale;
    this.solution = solution;
  }

  /**
   * Learns.
   *
   * @param features [examples][features]
   * @param labels the class of each example, in [0, classes)
   * @param classes at least 2
   * @param c the inverse of the penalty's strength, above 0
   */
  static LogisticRegression fit(float[][] features, int[] labels, int classes, double c) {
    int width = features[0].length;
    double[] mean = new double[width];
    double[] scale = new double[width];
    standardise(features, mean, scale);
    LogisticRegression empty = new LogisticRegression(classes, mean, scale, new double[0]);
    double[][] x = new double[features.length][];
    for (int i = 0; i < x.length; i++) {
      x[i] = empty.standard(features[i]);
    }
    Lbfgs.Function loss = (point, gradient) -> loss(x, labels, classes, c, point, gradient);
    double[] solution =
        Lbfgs.minimise(loss, new double[vectors(classes) * (width + 1)], 1e-6, 2000);
    return new LogisticRegression(classes, mean, scale, solution);
  }

  /** Probabilities of the classes. */
  double[] probabilities(float[] features) {
    return softmax(scores(standard(features), classes, solution));
  }

  /** The most probable class. */
  int predict(float[] features) {
    double[] p = probabilities(features);
    int best = 0;
    for (int k = 1; k < p.length; k++) {
      best = p[k] > p[best] ? k : best;
    }
    return best;
  }

  private static int vectors(int classes) {
    return classes == 2 ? 1 : classes;
  }

  private static void standardise(float[][] features, double[] mean, double[] scale) {
    for (int f = 0; f < mean.length; f++) {
      double sum = 0;
      for (float[] example : features) {
        sum += example[f];
      }
      mean[f] = sum / features.length;
      double squares = 0;
      for (float[] example : features) {
        squares += (example[f] - mean[f]) * (example[f] - mean[f]);
      }
      double deviation = Math.sqrt(squares / features.length);
      scale[f] = deviation > 0 ? 1 / deviation : 1;
    }
  }

  private double[] standard(float[] features) {
    double[] x = new double[mean.length];
    for (int f = 0; f < x.length; f++) {
      x[f] = (features[f] - mean[f]) * scale[f];
    }
    return x;
  }

  /** One score a class; with two classes the first one's is 0. */
  private static double[] scores(double[] x, int classes, double[] point) {
    int vectors = vectors(classes);
    double[] scores = new double[classes];
    for (int k = 0; k < vectors; k++) {
      int from = k * (x.length + 1);
      double sum = point[from + x.length];
      for (int f = 0; f < x.length; f++) {
        sum += point[from + f] * x[f];
      }
      scores[k + classes - vectors] = sum;
    }
    return scores;
  }

  private static double[] softmax(double[] scores) {
    double largest = Arrays.stream(scores).max().getAsDouble();
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Math.exp(scores[k] - largest);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
    return scores;
  }

  private static double loss(
      double[][] x, int[] labels, int classes, double c, double[] point, double[] gradient) {
    int vectors = vectors(classes);
    int width = x[0].length;
    double loss = 0;
    for (int k = 0; k < vectors; k++) {
      int from = k * (width + 1);
      for (int f = 0; f < width; f++) {
        gradient[from + f] = point[from + f];
        loss += point[from + f] * point[from + f] / 2;
      }
      gradient[from + width] = 0;
    }
    for (int i = 0; i < x.length; i++) {
      double[] p = softmax(scores(x[i], classes, point));
      loss -= c * Math.log(Math.max(p[labels[i]], Double.MIN_NORMAL));
      for (int k = 0; k < vectors; k++) {
        int label = k + classes - vectors;
        double error = c * (p[label] - (labels[i] == label ? 1 : 0));
        add(gradient, k * (width + 1), error, x[i]);
      }
    }
    return loss;
  }

  private static void add(double[] gradient, int from, double error, double[] x) {
    for (int f = 0; f < x.length; f++) {
      gradient[from + f] += error * x[f];
    }
    gradient[from + x.length] += error;
  }
}
