package org.variegate.formats.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Gathers bits, the lowest first, in a buffer of fixed size. */
final class BitOutput {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] buffer;
  private long pending;
  private int count;
  private int end;

  /** Holds that many bytes between drains. */
  BitOutput(int size) {
    buffer = new byte[size + Long.BYTES];
  }

  /** Puts at most 48 bits. */
  void put(long value, int width) {
    pending |= value << count;
    count += width;
    if (count > 15) {
      flush();
    }
  }

  private void flush() {
    LONG.set(buffer, end, pending);
    end += count >>> 3;
    pending >>>= count & ~7;
    count &= 7;
  }

  /** Fills up the current byte with zeros. */
  void align() {
    flush();
    if (count > 0) {
      buffer[end++] = (byte) pending;
      pending = 0;
      count = 0;
    }
  }

  /** Writes all whole bytes. */
  void drainTo(OutputStream out) throws IOException {
    flush();
    out.write(buffer, 0, end);
    end = 0;
  }
}
