package org.variegate.raster;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.variegate.api.Arena;

/** Lends poisoned arrays, and counts those that were made. */
final class HeapArena implements Arena {
  private final Map<String, Deque<Object>> free = new HashMap<>();
  private final Map<Object, String> lent = new IdentityHashMap<>();
  private int made;

  int made() {
    return made;
  }

  /** Takes everything back, as at a sample's end. */
  void end() {
    lent.forEach((array, key) -> free.get(key).push(array));
    lent.clear();
  }

  @Override
  public float[] floats(int length) {
    float[] array = (float[]) take("f" + length, new float[0], length);
    Arrays.fill(array, Float.NaN);
    return array;
  }

  @Override
  public int[] ints(int length) {
    int[] array = (int[]) take("i" + length, new int[0], length);
    Arrays.fill(array, 0x7f7f7f7f);
    return array;
  }

  @Override
  public short[] shorts(int length) {
    short[] array = (short[]) take("s" + length, new short[0], length);
    Arrays.fill(array, (short) 0x7f7f);
    return array;
  }

  @Override
  public byte[] bytes(int length) {
    byte[] array = (byte[]) take("b" + length, new byte[0], length);
    Arrays.fill(array, (byte) 0x7f);
    return array;
  }

  private Object take(String key, Object empty, int length) {
    Deque<Object> stack = free.computeIfAbsent(key, k -> new ArrayDeque<>());
    Object array = stack.poll();
    if (array == null) {
      array = java.lang.reflect.Array.newInstance(empty.getClass().getComponentType(), length);
      made++;
    }
    lent.put(array, key);
    return array;
  }

  @Override
  public void release(Object array) {
    String key = lent.remove(array);
    if (key != null) {
      free.get(key).push(array);
    }
  }
}
