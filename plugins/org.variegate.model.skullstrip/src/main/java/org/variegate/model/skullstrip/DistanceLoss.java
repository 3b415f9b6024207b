package org.variegate.model.skullstrip;

import org.variegate.unet.Loss;

/**
 * The mean of squared differences from distances, {@code sum w (x - d)^2 / sum w}: what is nearer
 * to the surface than a band has the weight 1, what is farther a tenth, for it is the surface that
 * is sought (after Hoopes et al. 2022, who weigh a band likewise). Distances are limited and the
 * network says them in units of the limit.
 */
record DistanceLoss(double limit, double band) {
  private static final double FAR = 0.1;

  /** What the network shall say of a distance. */
  float target(float distance) {
    return (float) (Math.max(-limit, Math.min(limit, distance)) / limit);
  }

  private double weight(float distance) {
    return Math.abs(distance) <= band ? 1 : FAR;
  }

  /** Of examples whose distances are [examples, voxels]. */
  Loss of(float[] distances) {
    double all = 0;
    for (float distance : distances) {
      all += weight(distance);
    }
    double total = all;
    return (outputs, gradients) -> {
      double sum = 0;
      for (int i = 0; i < outputs.length; i++) {
        double weight = weight(distances[i]) / total;
        double difference = outputs[i] - target(distances[i]);
        sum += weight * difference * difference;
        gradients[i] = (float) (2 * weight * difference);
      }
      return sum;
    };
  }
}
