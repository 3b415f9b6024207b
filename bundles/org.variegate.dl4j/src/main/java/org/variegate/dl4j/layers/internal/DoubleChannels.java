package org.variegate.dl4j.layers.internal;

import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Values of double precision, one by one: for checks of gradients, not for speed. */
final class DoubleChannels extends Channels {
  private final DoublePointer values;

  DoubleChannels(INDArray array, boolean apart) {
    super(array, apart);
    values = new DoublePointer(array.data().addressPointer());
  }

  private interface Visitor {
    void visit(long at, double value);
  }

  private void visit(int channel, Visitor visitor) {
    for (int n = 0; n < examples(); n++) {
      long start = start(n, channel);
      for (long i = start; i < start + size(); i++) {
        visitor.visit(i, values.get(i));
      }
    }
  }

  @Override
  double first(int channel) {
    return values.get(start(0, channel));
  }

  @Override
  double[] sums(int channel, double about) {
    double[] sums = new double[2];
    visit(
        channel,
        (i, x) -> {
          sums[0] += x - about;
          sums[1] += (x - about) * (x - about);
        });
    return sums;
  }

  @Override
  void rectified(int channel, double scale, double shift, double slope, Channels to) {
    DoublePointer out = ((DoubleChannels) to).values;
    visit(
        channel,
        (i, x) -> {
          double z = scale * x + shift;
          out.put(i, Math.max(z, slope * z));
        });
  }

  @Override
  double[] gradients(int channel, Rectifier at, double mean, Channels above) {
    DoublePointer after = ((DoubleChannels) above).values;
    double[] sums = new double[2];
    visit(
        channel,
        (i, x) -> {
          double g = before(at, x, after.get(i));
          sums[0] += g;
          sums[1] += g * (x - mean);
        });
    return sums;
  }

  @Override
  void backward(
      int channel, Rectifier at, Channels above, double slope, double constant, Channels to) {
    DoublePointer after = ((DoubleChannels) above).values;
    DoublePointer out = ((DoubleChannels) to).values;
    visit(
        channel,
        (i, x) -> out.put(i, at.scale() * before(at, x, after.get(i)) + slope * x + constant));
  }

  private static double before(Rectifier at, double x, double after) {
    return at.scale() * x + at.shift() > 0 ? after : at.slope() * after;
  }
}
