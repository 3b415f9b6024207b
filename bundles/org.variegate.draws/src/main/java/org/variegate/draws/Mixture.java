package org.variegate.draws;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One of several distributions, each with its probability. */
final class Mixture implements Distribution {
  private final double[] weights;
  private final double[] probabilities;
  private final List<Distribution> parts;

  Mixture(double[] weights, List<Distribution> parts) {
    double sum = Arrays.stream(weights).sum();
    this.weights = weights;
    this.probabilities = Arrays.stream(weights).map(w -> w / sum).toArray();
    this.parts = List.copyOf(parts);
  }

  @Override
  public double sample(Uniforms uniforms) {
    double u = uniforms.next();
    int last = 0;
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] > 0) {
        last = i;
        if (u < probabilities[i]) {
          break;
        }
      }
      u -= probabilities[i];
    }
    return parts.get(last).sample(uniforms);
  }

  @Override
  public double cumulative(double x) {
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      sum += probabilities[i] * parts.get(i).cumulative(x);
    }
    return sum;
  }

  @Override
  public double mean() {
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      sum += probabilities[i] * parts.get(i).mean();
    }
    return sum;
  }

  @Override
  public double deviation() {
    double mean = mean();
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      double s = parts.get(i).deviation();
      double shift = parts.get(i).mean() - mean;
      sum += probabilities[i] * (s * s + shift * shift);
    }
    return StrictMath.sqrt(sum);
  }

  @Override
  public double lower() {
    return possible().mapToDouble(Distribution::lower).min().orElseThrow();
  }

  @Override
  public double upper() {
    return possible().mapToDouble(Distribution::upper).max().orElseThrow();
  }

  private Stream<Distribution> possible() {
    return IntStream.range(0, weights.length).filter(i -> weights[i] > 0).mapToObj(parts::get);
  }

  @Override
  public boolean isWhole() {
    return possible().allMatch(Distribution::isWhole);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("mixture(");
    for (int i = 0; i < weights.length; i++) {
      text.append(i == 0 ? "" : ", ")
          .append(Decimal.text(weights[i]))
          .append(": ")
          .append(parts.get(i));
    }
    return text.append(')').toString();
  }
}
