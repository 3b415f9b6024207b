package org.variegate.yardsticks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells cats from dogs, as learnt from photographs: P(dog) = 1 / (1 + exp(-(bias + weights . f))),
 * f the mean feature maps of {@link Backbone#EFFICIENTNET}.
 *
 * @param bias added to the score
 * @param weights one a feature
 */
record Judge(double bias, double[] weights) {
  /** What it tells apart. */
  static final List<String> LABELS = List.of("cat", "dog");

  static Judge read(Path file) throws IOException {
    List<String> lines =
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    int width = Backbone.EFFICIENTNET.width;
    if (lines.size() != width + 1) {
      throw new IOException(file + ": needs " + (width + 1) + " values, got " + lines.size());
    }
    double[] values = lines.stream().mapToDouble(Double::parseDouble).toArray();
    double[] weights = new double[width];
    System.arraycopy(values, 1, weights, 0, width);
    return new Judge(values[0], weights);
  }

  /** The probability that it is a dog. */
  double dog(float[] features) {
    double score = bias;
    for (int f = 0; f < weights.length; f++) {
      score += weights[f] * features[f];
    }
    return 1 / (1 + Math.exp(-score));
  }
}
