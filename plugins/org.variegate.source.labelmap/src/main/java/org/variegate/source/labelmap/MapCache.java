package org.variegate.source.labelmap;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Keeps the label maps that were asked for last, up to a bound. Who asks for a map that another
 * thread is reading waits for it. A map that could not be read is read again next time.
 */
final class MapCache {
  private final long capacity;
  private final Map<String, CompletableFuture<LoadedMap>> maps =
      new LinkedHashMap<>(16, .75f, true);
  private long size;

  /** Keeps so many bytes. */
  MapCache(long capacity) {
    this.capacity = capacity;
  }

  LoadedMap get(MapFile file, Function<MapFile, LoadedMap> load) {
    CompletableFuture<LoadedMap> mine = new CompletableFuture<>();
    CompletableFuture<LoadedMap> found;
    synchronized (maps) {
      found = maps.get(file.name());
      if (found == null) {
        maps.put(file.name(), mine);
      }
    }
    return found == null ? load(file, load, mine) : await(found);
  }

  private LoadedMap load(
      MapFile file, Function<MapFile, LoadedMap> load, CompletableFuture<LoadedMap> mine) {
    try {
      LoadedMap map = load.apply(file);
      synchronized (maps) {
        mine.complete(map);
        size += map.bytes();
        evict();
      }
      return map;
    } catch (RuntimeException | Error e) {
      synchronized (maps) {
        maps.remove(file.name());
      }
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static LoadedMap await(CompletableFuture<LoadedMap> found) {
    try {
      return found.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Forgets those not asked for longest, but none that is being read. */
  private void evict() {
    Iterator<CompletableFuture<LoadedMap>> eldest = maps.values().iterator();
    while (size > capacity && eldest.hasNext()) {
      CompletableFuture<LoadedMap> map = eldest.next();
      if (map.isDone()) {
        size -= map.join().bytes();
        eldest.remove();
      }
    }
  }
}
