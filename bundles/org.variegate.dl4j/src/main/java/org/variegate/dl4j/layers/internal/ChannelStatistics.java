package org.variegate.dl4j.layers.internal;

/**
 * Means and variances.
 *
 * @param mean of each channel
 * @param variance of each channel, about its mean, over all values
 */
record ChannelStatistics(double[] mean, double[] variance) {

  static ChannelStatistics of(Channels in) {
    double[] mean = new double[in.channels()];
    double[] variance = new double[in.channels()];
    Workers.each(
        in.channels(),
        c -> {
          double about = in.first(c);
          double[] sums = in.sums(c, about);
          double offset = sums[0] / in.count();
          mean[c] = about + offset;
          variance[c] = Math.max(0, sums[1] / in.count() - offset * offset);
        });
    return new ChannelStatistics(mean, variance);
  }

  double[] inverseDeviation(double eps) {
    double[] inverse = new double[variance.length];
    for (int c = 0; c < inverse.length; c++) {
      inverse[c] = 1 / Math.sqrt(variance[c] + eps);
    }
    return inverse;
  }
}
