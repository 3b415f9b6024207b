package org.variegate.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.variegate.api.Arena;

/** An arena that keeps every array it made, as a worker's does. */
final class Scratch implements Arena {
  private record Key(Class<?> type, int length) {}

  private final Map<Key, Deque<Object>> free = new HashMap<>();
  private final Map<Object, Key> lent = new IdentityHashMap<>();

  /** Takes back what is lent, as at a sample's end. */
  void end() {
    lent.forEach((array, key) -> free.get(key).push(array));
    lent.clear();
  }

  private <T> T take(Class<T> type, int length, IntFunction<T> make) {
    Key key = new Key(type, length);
    Object array = free.computeIfAbsent(key, k -> new ArrayDeque<>()).poll();
    T given = array == null ? make.apply(length) : type.cast(array);
    lent.put(given, key);
    return given;
  }

  @Override
  public float[] floats(int length) {
    return take(float[].class, length, float[]::new);
  }

  @Override
  public int[] ints(int length) {
    return take(int[].class, length, int[]::new);
  }

  @Override
  public short[] shorts(int length) {
    return take(short[].class, length, short[]::new);
  }

  @Override
  public byte[] bytes(int length) {
    return take(byte[].class, length, byte[]::new);
  }

  @Override
  public void release(Object array) {
    Key key = lent.remove(array);
    if (key != null) {
      free.get(key).push(array);
    }
  }
}
