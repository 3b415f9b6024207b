package org.variegate.learning.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.variegate.api.Sample;
import org.variegate.api.TaskModel;
import org.variegate.api.space.Grid;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Measure;
import org.variegate.api.task.Network;
import org.variegate.api.task.Setting;
import org.variegate.api.task.Shown;
import org.variegate.api.task.Shown.Verdict;
import org.variegate.api.volume.Raster;
import org.variegate.pictures.Pictures;

/** Learns y = 2 x + 1 of samples whose index says x. The smallest model there is. */
final class Line implements TaskModel {
  /** What it has seen of a sample. */
  record Point(double x, double y) implements Example {
    @Override
    public long bytes() {
      return 32;
    }
  }

  final String version;
  volatile double explodesAt = Double.POSITIVE_INFINITY;
  volatile double fullAt = Double.POSITIVE_INFINITY;
  volatile String full = "Java heap space";
  volatile boolean unreadable;
  int open;

  Line(String version) {
    this.version = version;
  }

  @Override
  public Network create(Setting setting) {
    return new Fit(0, 0, 0);
  }

  @Override
  public Network load(Setting setting, InputStream state) throws IOException {
    if (unreadable) {
      throw new IOException("format: needs line 2, got line 1");
    }
    DataInputStream in = new DataInputStream(state);
    return new Fit(in.readDouble(), in.readDouble(), in.readLong());
  }

  /** Slope, offset, and a momentum that must survive as the weights do. */
  final class Fit implements Network {
    double slope;
    double offset;
    long seen;

    Fit(double slope, double offset, long seen) {
      this.slope = slope;
      this.offset = offset;
      this.seen = seen;
      open++;
    }

    @Override
    public Example example(Sample sample) {
      double x = (sample.index() * 37 % 101) / 101.0;
      return new Point(x, 2 * x + 1);
    }

    @Override
    public double train(List<Example> batch, double rate, long step) {
      if (step >= explodesAt) {
        return Double.NaN;
      }
      if (step >= fullAt) {
        throw new OutOfMemoryError(full);
      }
      double loss = 0;
      double slopes = 0;
      double offsets = 0;
      for (Example example : batch) {
        Point point = (Point) example;
        double error = slope * point.x() + offset - point.y();
        loss += error * error;
        slopes += 2 * error * point.x();
        offsets += 2 * error;
      }
      seen += batch.size();
      slope -= rate * slopes / batch.size();
      offset -= rate * offsets / batch.size();
      return loss / batch.size();
    }

    @Override
    public Evaluation evaluation() {
      return new Evaluation() {
        private double sum;
        private int count;

        @Override
        public void add(List<Example> batch) {
          for (Example example : batch) {
            Point point = (Point) example;
            sum += Math.abs(slope * point.x() + offset - point.y());
            count++;
          }
        }

        @Override
        public List<Measure> measures() {
          return count == 0 ? List.of() : List.of(Measure.of("nearness", -sum / count));
        }

        @Override
        public Map<String, Object> details() {
          return Map.of("count", count);
        }
      };
    }

    @Override
    public void predict(Sample sample) {
      sample.annotate("prediction", slope * ((Point) example(sample)).x() + offset);
    }

    @Override
    public Optional<Shown> show(Sample sample) {
      double x = ((Point) example(sample)).x();
      float[] grey = {(float) (255 * x), 0, 255, 128};
      Raster picture = new Raster(Grid.centred(2, 2, 1, 1), 1, Pictures.SRGB, grey);
      String truth = "y " + (2 * x + 1);
      return Optional.of(new Shown(List.of(picture), truth, "<y>", Verdict.OPEN));
    }

    @Override
    public void save(OutputStream out) throws IOException {
      DataOutputStream data = new DataOutputStream(out);
      data.writeDouble(slope);
      data.writeDouble(offset);
      data.writeLong(seen);
    }

    @Override
    public Map<String, Object> describe() {
      return Map.of("parameters", 2);
    }

    @Override
    public void close() {
      open--;
    }
  }
}
