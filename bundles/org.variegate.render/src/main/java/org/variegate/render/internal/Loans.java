package org.variegate.render.internal;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.variegate.api.Arena;

/** Keeps track of what an arena lends, so that all of it can be given back at once. */
final class Loans implements Arena {
  private final Arena arena;
  private final Set<Object> lent = Collections.newSetFromMap(new IdentityHashMap<>());

  Loans(Arena arena) {
    this.arena = arena;
  }

  /** Lends several arrays of floats. */
  static float[][] floats(Arena arena, int count, int length) {
    float[][] arrays = new float[count][];
    for (int i = 0; i < count; i++) {
      arrays[i] = arena.floats(length);
    }
    return arrays;
  }

  private <T> T note(T array) {
    lent.add(array);
    return array;
  }

  @Override
  public float[] floats(int length) {
    return note(arena.floats(length));
  }

  @Override
  public int[] ints(int length) {
    return note(arena.ints(length));
  }

  @Override
  public short[] shorts(int length) {
    return note(arena.shorts(length));
  }

  @Override
  public byte[] bytes(int length) {
    return note(arena.bytes(length));
  }

  @Override
  public void release(Object array) {
    if (lent.remove(array)) {
      arena.release(array);
    }
  }

  /** Gives everything back that was not given back before. */
  void releaseAll() {
    lent.forEach(arena::release);
    lent.clear();
  }
}
