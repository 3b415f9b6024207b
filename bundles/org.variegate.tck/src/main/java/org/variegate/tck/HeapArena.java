package org.variegate.tck;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.variegate.api.Arena;

/**
 * An arena on the heap. A {@linkplain #poisoned poisoned} one lends arrays full of rubbish, fills
 * them with rubbish again when they are released, and lends them anew, as a worker's arena does.
 */
public final class HeapArena implements Arena, AutoCloseable {
  private final boolean poisoned;
  private final float rubbish;
  private final Set<Object> lent = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Deque<Object>> free = new HashMap<>();

  private HeapArena(boolean poisoned, float rubbish) {
    this.poisoned = poisoned;
    this.rubbish = rubbish;
  }

  /**
   * An arena of fresh arrays of zeros.
   *
   * @return the arena
   */
  public static HeapArena zeroed() {
    return new HeapArena(false, 0);
  }

  /**
   * An arena of rubbish: floats hold {@code rubbish}, whole numbers bytes of 0x7f.
   *
   * @param rubbish what floats hold, such as NaN
   * @return the arena
   */
  public static HeapArena poisoned(float rubbish) {
    return new HeapArena(true, rubbish);
  }

  @Override
  public float[] floats(int length) {
    return (float[]) lend("float" + length, length, float[]::new);
  }

  @Override
  public int[] ints(int length) {
    return (int[]) lend("int" + length, length, int[]::new);
  }

  @Override
  public short[] shorts(int length) {
    return (short[]) lend("short" + length, length, short[]::new);
  }

  @Override
  public byte[] bytes(int length) {
    return (byte[]) lend("byte" + length, length, byte[]::new);
  }

  @Override
  public void release(Object array) {
    if (poisoned && lent.remove(array)) {
      poison(array);
      free.computeIfAbsent(key(array), k -> new ArrayDeque<>()).push(array);
    }
  }

  /** Ends the sample: what is still lent becomes rubbish. */
  @Override
  public void close() {
    lent.forEach(this::poison);
    lent.clear();
    free.clear();
  }

  private Object lend(String key, int length, IntFunction<Object> make) {
    Deque<Object> released = free.get(key);
    Object array = released == null || released.isEmpty() ? make.apply(length) : released.pop();
    poison(array);
    lent.add(array);
    return array;
  }

  private void poison(Object array) {
    if (!poisoned) {
      return;
    }
    if (array instanceof float[] floats) {
      Arrays.fill(floats, rubbish);
    } else if (array instanceof int[] ints) {
      Arrays.fill(ints, 0x7f7f7f7f);
    } else if (array instanceof short[] shorts) {
      Arrays.fill(shorts, (short) 0x7f7f);
    } else {
      Arrays.fill((byte[]) array, (byte) 0x7f);
    }
  }

  private static String key(Object array) {
    return array.getClass().getComponentType() + "" + java.lang.reflect.Array.getLength(array);
  }
}
