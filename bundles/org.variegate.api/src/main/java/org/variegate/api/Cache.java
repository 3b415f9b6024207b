package org.variegate.api;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Keeps what a stage was asked for last, up to a bound: files it read, models it grew. Who asks for
 * something that another thread is making waits for it; what could not be made is tried again next
 * time. Thread-safe.
 *
 * @param <K> by what it is asked for
 * @param <V> what is kept; shared, so never changed
 */
public final class Cache<K, V> {
  private final long capacity;
  private final ToLongFunction<V> bytes;
  private final Map<K, CompletableFuture<V>> values = new LinkedHashMap<>(16, .75f, true);
  private long size;

  /**
   * An empty cache.
   *
   * @param capacity in bytes
   * @param bytes how large a value is
   */
  public Cache(long capacity, ToLongFunction<V> bytes) {
    this.capacity = capacity;
    this.bytes = bytes;
  }

  /**
   * A value.
   *
   * @param key asks for it
   * @param make called if the value is not kept; its exceptions are passed on
   * @return the value
   */
  public V get(K key, Function<K, V> make) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> found;
    synchronized (values) {
      found = values.get(key);
      if (found == null) {
        values.put(key, mine);
      }
    }
    return found == null ? make(key, make, mine) : await(found);
  }

  private V make(K key, Function<K, V> make, CompletableFuture<V> mine) {
    try {
      V value = make.apply(key);
      synchronized (values) {
        mine.complete(value);
        size += bytes.applyAsLong(value);
        evict();
      }
      return value;
    } catch (RuntimeException | Error e) {
      synchronized (values) {
        values.remove(key);
      }
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static <V> V await(CompletableFuture<V> found) {
    try {
      return found.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Forgets those not asked for longest, but none that is being made. */
  private void evict() {
    Iterator<CompletableFuture<V>> eldest = values.values().iterator();
    while (size > capacity && eldest.hasNext()) {
      CompletableFuture<V> value = eldest.next();
      if (value.isDone()) {
        size -= bytes.applyAsLong(value.join());
        eldest.remove();
      }
    }
  }
}
