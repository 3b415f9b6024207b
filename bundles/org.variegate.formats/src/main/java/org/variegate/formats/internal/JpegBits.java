package org.variegate.formats.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Gathers bits, the highest first; a byte 0xff is followed by 0, so that it is no marker. */
public final class JpegBits {
  private static final int SIZE = 1 << 14;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE + 16];
  private long pending;
  private int count;
  private int end;

  /** Writes there, and closes nothing. */
  public JpegBits(OutputStream out) {
    this.out = out;
  }

  /** Puts at most 32 bits. */
  void put(int value, int width) throws IOException {
    pending = pending << width | value;
    count += width;
    if (count >= 32) {
      flush();
    }
  }

  private void flush() throws IOException {
    int word = (int) (pending >> count - 32);
    if (count >= 32 && (~word - 0x01010101 & word & 0x80808080) == 0) {
      count -= 32;
      INT.set(buffer, end, word);
      end += Integer.BYTES;
    } else {
      flushBytes();
    }
    if (end >= SIZE) {
      drain();
    }
  }

  private void flushBytes() {
    while (count >= 8) {
      count -= 8;
      byte next = (byte) (pending >> count);
      buffer[end++] = next;
      if (next == -1) {
        buffer[end++] = 0;
      }
    }
  }

  private void drain() throws IOException {
    out.write(buffer, 0, end);
    end = 0;
  }

  /** Fills up the last byte with ones and writes all that is left. */
  public void finish() throws IOException {
    put(0x7f, 7);
    flush();
    drain();
  }
}
