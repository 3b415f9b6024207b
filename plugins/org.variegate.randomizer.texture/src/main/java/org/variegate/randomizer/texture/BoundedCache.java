package org.variegate.randomizer.texture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Keeps what was used last, within a bound of memory. Who asks for what another thread is making
 * waits for it; what is made differs in nothing if it is made again.
 *
 * @param <V> what is kept
 */
final class BoundedCache<V> {
  private final long bound;
  private final ToLongFunction<V> size;
  private final Map<String, Slot<V>> slots = new LinkedHashMap<>(64, 0.75f, true);
  private long held;

  /** A place for one value, whose lock is held by who makes it; its size once it is kept. */
  private static final class Slot<V> {
    private V value;
    private long bytes;
  }

  /**
   * An empty cache.
   *
   * @param bound in bytes
   * @param size of a value, in bytes
   */
  BoundedCache(long bound, ToLongFunction<V> size) {
    this.bound = bound;
    this.size = size;
  }

  V get(String key, Supplier<V> maker) {
    Slot<V> slot;
    synchronized (slots) {
      slot = slots.computeIfAbsent(key, k -> new Slot<>());
    }
    synchronized (slot) {
      if (slot.value == null) {
        slot.value = maker.get();
        keep(key, slot, slot.value);
      }
      return slot.value;
    }
  }

  private void keep(String key, Slot<V> slot, V value) {
    synchronized (slots) {
      if (slots.get(key) != slot) {
        return;
      }
      slot.bytes = size.applyAsLong(value);
      held += slot.bytes;
      var oldest = slots.values().iterator();
      while (held > bound && oldest.hasNext()) {
        Slot<V> old = oldest.next();
        if (old.bytes > 0) {
          held -= old.bytes;
          oldest.remove();
        }
      }
    }
  }
}
