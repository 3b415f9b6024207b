package org.variegate.metrics;

import org.variegate.api.Arena;

/** Lends new arrays: a measurement is rare. */
final class FreshArrays implements Arena {

  @Override
  public float[] floats(int length) {
    return new float[length];
  }

  @Override
  public int[] ints(int length) {
    return new int[length];
  }

  @Override
  public short[] shorts(int length) {
    return new short[length];
  }

  @Override
  public byte[] bytes(int length) {
    return new byte[length];
  }

  @Override
  public void release(Object array) {
    // left to the collector
  }
}
