package org.variegate.source.labelmap;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.variegate.api.volume.LabelMap;

/**
 * Keeps the label maps that were asked for last, up to a bound. Who asks for a map that another
 * thread is reading waits for it. A map that could not be read is read again next time.
 */
final class MapCache {
  private final long capacity;
  private final Map<String, CompletableFuture<LabelMap>> maps = new LinkedHashMap<>(16, .75f, true);
  private long size;

  /** Keeps so many bytes. */
  MapCache(long capacity) {
    this.capacity = capacity;
  }

  LabelMap get(MapFile file, Function<MapFile, LabelMap> load) {
    CompletableFuture<LabelMap> mine = new CompletableFuture<>();
    CompletableFuture<LabelMap> found;
    synchronized (maps) {
      found = maps.get(file.name());
      if (found == null) {
        maps.put(file.name(), mine);
      }
    }
    return found == null ? load(file, load, mine) : await(found);
  }

  private LabelMap load(
      MapFile file, Function<MapFile, LabelMap> load, CompletableFuture<LabelMap> mine) {
    try {
      LabelMap map = load.apply(file);
      synchronized (maps) {
        mine.complete(map);
        size += bytes(map);
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

  private static LabelMap await(CompletableFuture<LabelMap> found) {
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
    Iterator<CompletableFuture<LabelMap>> eldest = maps.values().iterator();
    while (size > capacity && eldest.hasNext()) {
      CompletableFuture<LabelMap> map = eldest.next();
      if (map.isDone()) {
        size -= bytes(map.join());
        eldest.remove();
      }
    }
  }

  private static long bytes(LabelMap map) {
    return (long) map.grid().size() * (map.inBytes() ? 1 : 2);
  }
}
