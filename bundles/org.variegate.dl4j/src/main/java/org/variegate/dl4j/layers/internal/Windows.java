package org.variegate.dl4j.layers.internal;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Pictures and volumes of which each value of a coarse one stands for 2 x 2 or 2 x 2 x 2 of a fine
 * one. Rows are read, worked on and written; each channel of each example on one thread.
 */
final class Windows {
  private final int deep;
  private final int depth;
  private final int height;
  private final int width;

  /** Of a coarse array. */
  private Windows(long[] shape) {
    int rank = shape.length;
    deep = rank == 5 ? 2 : 1;
    depth = rank == 5 ? (int) shape[2] : 1;
    height = (int) shape[rank - 2];
    width = (int) shape[rank - 1];
  }

  static long[] halved(long... shape) {
    long[] half = shape.clone();
    for (int i = 2; i < half.length; i++) {
      if (half[i] % 2 != 0) {
        throw new IllegalArgumentException(
            "max pooling: needs even sizes, got " + Arrays.toString(shape));
      }
      half[i] /= 2;
    }
    return half;
  }

  static long[] doubled(long... shape) {
    long[] twice = shape.clone();
    for (int i = 2; i < twice.length; i++) {
      twice[i] *= 2;
    }
    return twice;
  }

  /** Work on one row of a coarse channel. */
  private interface RowWork {
    void row(int run, int z, int y, double[][] fine, double[] coarse);
  }

  private void each(INDArray coarse, RowWork work) {
    int runs = Math.toIntExact(coarse.size(0) * coarse.size(1));
    Workers.each(
        runs,
        run -> {
          double[][] fine = new double[2 * deep][2 * width];
          double[] row = new double[width];
          for (int z = 0; z < depth; z++) {
            for (int y = 0; y < height; y++) {
              work.row(run, z, y, fine, row);
            }
          }
        });
  }

  private int coarseStart(int z, int y) {
    return (z * height + y) * width;
  }

  private int fineStart(int z, int y, int k) {
    return ((deep * z + k / 2) * 2 * height + 2 * y + k % 2) * 2 * width;
  }

  private void read(Rows from, int run, int z, int y, double[][] fine) {
    for (int k = 0; k < fine.length; k++) {
      from.read(run, fineStart(z, y, k), fine[k]);
    }
  }

  private void write(Rows to, int run, int z, int y, double[][] fine) {
    for (int k = 0; k < fine.length; k++) {
      to.write(run, fineStart(z, y, k), fine[k]);
    }
  }

  /** The largest value of each window. */
  static void maxima(INDArray fine, INDArray coarse) {
    Windows windows = new Windows(coarse.shape());
    Rows in = Rows.of(fine);
    Rows out = Rows.of(coarse);
    windows.each(
        coarse,
        (run, z, y, rows, row) -> {
          windows.read(in, run, z, y, rows);
          for (int x = 0; x < row.length; x++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (double[] some : rows) {
              largest = Math.max(largest, Math.max(some[2 * x], some[2 * x + 1]));
            }
            row[x] = largest;
          }
          out.write(run, windows.coarseStart(z, y), row);
        });
  }

  /** Puts the gradient of each window where its first largest value was. */
  static void toMaxima(INDArray fine, INDArray above, INDArray gradient) {
    Windows windows = new Windows(above.shape());
    Rows in = Rows.of(fine);
    Rows after = Rows.of(above);
    Rows out = Rows.of(gradient);
    windows.each(
        above,
        (run, z, y, rows, row) -> {
          windows.read(in, run, z, y, rows);
          after.read(run, windows.coarseStart(z, y), row);
          for (int x = 0; x < row.length; x++) {
            place(rows, 2 * x, row[x]);
          }
          windows.write(out, run, z, y, rows);
        });
  }

  private static void place(double[][] rows, int x, double gradient) {
    int best = 0;
    for (int i = 1; i < 2 * rows.length; i++) {
      if (rows[i / 2][x + i % 2] > rows[best / 2][x + best % 2]) {
        best = i;
      }
    }
    for (double[] row : rows) {
      row[x] = 0;
      row[x + 1] = 0;
    }
    rows[best / 2][x + best % 2] = gradient;
  }

  /** Each value as often as a window has room. */
  static void repeat(INDArray coarse, INDArray fine) {
    Windows windows = new Windows(coarse.shape());
    Rows in = Rows.of(coarse);
    Rows out = Rows.of(fine);
    windows.each(
        coarse,
        (run, z, y, rows, row) -> {
          in.read(run, windows.coarseStart(z, y), row);
          for (int x = 0; x < row.length; x++) {
            rows[0][2 * x] = row[x];
            rows[0][2 * x + 1] = row[x];
          }
          for (int k = 0; k < rows.length; k++) {
            out.write(run, windows.fineStart(z, y, k), rows[0]);
          }
        });
  }

  /** The sum of each window. */
  static void sums(INDArray fine, INDArray coarse) {
    Windows windows = new Windows(coarse.shape());
    Rows in = Rows.of(fine);
    Rows out = Rows.of(coarse);
    windows.each(
        coarse,
        (run, z, y, rows, row) -> {
          windows.read(in, run, z, y, rows);
          for (int x = 0; x < row.length; x++) {
            double sum = 0;
            for (double[] some : rows) {
              sum += some[2 * x] + some[2 * x + 1];
            }
            row[x] = sum;
          }
          out.write(run, windows.coarseStart(z, y), row);
        });
  }
}
