package org.variegate.dl4j.layers.internal;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Rows of the channels of an array, each channel of each example a run. */
interface Rows {
  /** Reads a row as long as the array. */
  void read(int run, int start, double[] row);

  /** Writes a row as long as the array. */
  void write(int run, int start, double[] row);

  /** Of an array [examples, channels, ...] that is contiguous. */
  static Rows of(INDArray array) {
    return array.dataType() == DataType.DOUBLE ? new Doubles(array) : new Floats(array);
  }

  /** Double precision. */
  final class Doubles implements Rows {
    private final DoubleBuffer[] runs;

    Doubles(INDArray array) {
      runs = new DoubleBuffer[Math.toIntExact(array.size(0) * array.size(1))];
      long size = array.length() / runs.length;
      for (int i = 0; i < runs.length; i++) {
        DoublePointer all = new DoublePointer(array.data().addressPointer());
        runs[i] = all.position(i * size).limit((i + 1) * size).asBuffer();
      }
    }

    @Override
    public void read(int run, int start, double[] row) {
      runs[run].get(start, row);
    }

    @Override
    public void write(int run, int start, double[] row) {
      runs[run].put(start, row);
    }
  }

  /** Single precision; what is worked on is double in between. */
  final class Floats implements Rows {
    private static final ThreadLocal<float[]> SCRATCH = ThreadLocal.withInitial(() -> new float[0]);

    private final FloatBuffer[] runs;

    Floats(INDArray array) {
      runs = new FloatBuffer[Math.toIntExact(array.size(0) * array.size(1))];
      long size = array.length() / runs.length;
      for (int i = 0; i < runs.length; i++) {
        FloatPointer all = new FloatPointer(array.data().addressPointer());
        runs[i] = all.position(i * size).limit((i + 1) * size).asBuffer();
      }
    }

    private static float[] scratch(int length) {
      float[] scratch = SCRATCH.get();
      if (scratch.length < length) {
        scratch = new float[length];
        SCRATCH.set(scratch);
      }
      return scratch;
    }

    @Override
    public void read(int run, int start, double[] row) {
      float[] values = scratch(row.length);
      runs[run].get(start, values, 0, row.length);
      for (int i = 0; i < row.length; i++) {
        row[i] = values[i];
      }
    }

    @Override
    public void write(int run, int start, double[] row) {
      float[] values = scratch(row.length);
      for (int i = 0; i < row.length; i++) {
        values[i] = (float) row[i];
      }
      runs[run].put(start, values, 0, row.length);
    }
  }
}
