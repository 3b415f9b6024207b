package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.variegate.api.Arena;

/** Lends new arrays, and notes which floats are out. */
public final class HeapArena implements Arena {
  final Set<Object> lent = new HashSet<>();

  @Override
  public float[] floats(int length) {
    float[] array = new float[length];
    lent.add(array);
    return array;
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
    assertTrue(lent.remove(array), "given back twice");
  }
}
