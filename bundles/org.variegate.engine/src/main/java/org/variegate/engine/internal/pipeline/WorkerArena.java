package org.variegate.engine.internal.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.variegate.api.Arena;

/**
 * Arrays of exact lengths, used again from sample to sample. What {@value #PATIENCE} samples have
 * not asked for is dropped, and what was not asked for longest as soon as more lies idle than the
 * largest of them used. So memory follows what samples need, also where their sizes vary.
 */
final class WorkerArena implements Arena {
  private static final int PATIENCE = 16;

  private final List<Loan> idle = new ArrayList<>();
  private final List<Loan> lent = new ArrayList<>();
  private final long[] lately = new long[PATIENCE];
  private long sample;

  /** An array and the last sample it served. */
  private static final class Loan {
    private final Object array;
    private final int length;
    private final long bytes;
    private long used;

    private Loan(Object array, int length, long bytes) {
      this.array = array;
      this.length = length;
      this.bytes = bytes;
    }
  }

  @Override
  public float[] floats(int length) {
    return lend(float[].class, length, float[]::new, Float.BYTES);
  }

  @Override
  public int[] ints(int length) {
    return lend(int[].class, length, int[]::new, Integer.BYTES);
  }

  @Override
  public short[] shorts(int length) {
    return lend(short[].class, length, short[]::new, Short.BYTES);
  }

  @Override
  public byte[] bytes(int length) {
    return lend(byte[].class, length, byte[]::new, Byte.BYTES);
  }

  private <T> T lend(Class<T> type, int length, IntFunction<T> make, int size) {
    Loan loan = take(type, length);
    if (loan == null) {
      loan = new Loan(make.apply(length), length, (long) length * size);
    }
    loan.used = sample;
    lent.add(loan);
    return type.cast(loan.array);
  }

  private Loan take(Class<?> type, int length) {
    for (int i = idle.size() - 1; i >= 0; i--) {
      Loan loan = idle.get(i);
      if (loan.length == length && type.isInstance(loan.array)) {
        return idle.remove(i);
      }
    }
    return null;
  }

  @Override
  public void release(Object array) {
    for (int i = lent.size() - 1; i >= 0; i--) {
      if (lent.get(i).array == array) {
        idle.add(lent.remove(i));
        return;
      }
    }
  }

  /** Takes everything back. */
  void end() {
    idle.addAll(lent);
    lent.clear();
    trim();
    sample++;
  }

  private void trim() {
    idle.removeIf(loan -> sample - loan.used >= PATIENCE);
    long used = 0;
    long unused = 0;
    for (Loan loan : idle) {
      if (loan.used == sample) {
        used += loan.bytes;
      } else {
        unused += loan.bytes;
      }
    }
    lately[(int) (sample % PATIENCE)] = used;
    long peak = Arrays.stream(lately).max().getAsLong();
    while (unused > peak) {
      Loan stalest = idle.stream().min(Comparator.comparingLong(loan -> loan.used)).orElseThrow();
      idle.remove(stalest);
      unused -= stalest.bytes;
    }
  }

  /** The bytes of all arrays, lent or idle. */
  long size() {
    long bytes = 0;
    for (Loan loan : idle) {
      bytes += loan.bytes;
    }
    for (Loan loan : lent) {
      bytes += loan.bytes;
    }
    return bytes;
  }
}
