package org.variegate.formats.internal;

import java.nio.ByteBuffer;
import java.util.Locale;

/** The types that a voxel may have in a file. */
public enum ElementType {
  /** Unsigned, one byte. */
  UINT8(1),
  /** Signed, one byte. */
  INT8(1),
  /** Unsigned, two bytes. */
  UINT16(2),
  /** Signed, two bytes. */
  INT16(2),
  /** Unsigned, four bytes. */
  UINT32(4),
  /** Signed, four bytes. */
  INT32(4),
  /** Unsigned, eight bytes. */
  UINT64(8),
  /** Signed, eight bytes. */
  INT64(8),
  /** IEEE 754, four bytes. */
  FLOAT32(4),
  /** IEEE 754, eight bytes. */
  FLOAT64(8);

  private static final double TWO_63 = 0x1p63;

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /**
   * The size of a value.
   *
   * @return in bytes
   */
  public int bytes() {
    return bytes;
  }

  /** Reads values; those of 64 bits are rounded to the nearest double. */
  void decode(ByteBuffer in, double[] values, int count) {
    switch (this) {
      case UINT8 -> bytes(in, values, count, 0xff);
      case INT8 -> bytes(in, values, count, -1);
      case UINT16 -> shorts(in, values, count, 0xffff);
      case INT16 -> shorts(in, values, count, -1);
      case UINT32 -> ints(in, values, count, 0xffffffffL);
      case INT32 -> ints(in, values, count, -1L);
      case UINT64 -> longs(in, values, count, false);
      case INT64 -> longs(in, values, count, true);
      case FLOAT32 -> floats(in, values, count);
      case FLOAT64 -> in.asDoubleBuffer().get(values, 0, count);
      default -> throw new AssertionError(this);
    }
  }

  private static void bytes(ByteBuffer in, double[] values, int count, int mask) {
    for (int i = 0; i < count; i++) {
      values[i] = in.get(i) & mask;
    }
  }

  private static void shorts(ByteBuffer in, double[] values, int count, int mask) {
    for (int i = 0; i < count; i++) {
      values[i] = in.getShort(2 * i) & mask;
    }
  }

  private static void ints(ByteBuffer in, double[] values, int count, long mask) {
    for (int i = 0; i < count; i++) {
      values[i] = in.getInt(4 * i) & mask;
    }
  }

  private static void longs(ByteBuffer in, double[] values, int count, boolean signed) {
    for (int i = 0; i < count; i++) {
      long value = in.getLong(8 * i);
      values[i] = signed || value >= 0 ? value : (value & Long.MAX_VALUE) + TWO_63;
    }
  }

  private static void floats(ByteBuffer in, double[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = in.getFloat(4 * i);
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
