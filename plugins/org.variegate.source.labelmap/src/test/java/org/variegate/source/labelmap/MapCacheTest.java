package org.variegate.source.labelmap;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;

class MapCacheTest {
  private final AtomicInteger loads = new AtomicInteger();

  /** Maps of 1000 bytes. */
  private LoadedMap load(MapFile file) {
    loads.incrementAndGet();
    Legend legend = new Legend(List.of(Label.plain(0)));
    return new LoadedMap(
        LabelMap.of(Grid.centred(10, 10, 10, 1), legend, new byte[1000]), "0".repeat(64));
  }

  private static MapFile file(String name) {
    return new MapFile(name, null);
  }

  @Test
  void forgetsWhatWasNotAskedForLongest() {
    MapCache cache = new MapCache(2500);
    for (String name : new String[] {"a", "b", "a", "c", "a", "b"}) {
      cache.get(file(name), this::load);
    }
    // a, b, (a), c drops b, (a), b drops c
    assertEquals(4, loads.get());
    cache.get(file("a"), this::load);
    assertEquals(4, loads.get());
    cache.get(file("c"), this::load);
    assertEquals(5, loads.get());
  }

  @Test
  void keepsNothingThatDoesNotFit() {
    MapCache cache = new MapCache(999);
    cache.get(file("a"), this::load);
    cache.get(file("a"), this::load);
    assertEquals(2, loads.get());
  }

  @Test
  void whoAsksForAFileBeingReadWaitsForIt() throws Exception {
    MapCache cache = new MapCache(1 << 20);
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    FutureTask<LoadedMap> first = new FutureTask<>(() -> cache.get(file("a"), slow(reading, goOn)));
    FutureTask<LoadedMap> second = new FutureTask<>(() -> cache.get(file("a"), this::load));
    new Thread(first).start();
    reading.await();
    Thread waiting = new Thread(second);
    waiting.start();
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    assertSame(first.get(), second.get());
    assertEquals(1, loads.get());
  }

  private Function<MapFile, LoadedMap> slow(CountDownLatch reading, CountDownLatch goOn) {
    return file -> {
      reading.countDown();
      assertDoesNotThrow(() -> goOn.await());
      return load(file);
    };
  }

  @Test
  void readsAgainWhatCouldNotBeRead() {
    MapCache cache = new MapCache(1 << 20);
    assertThrows(
        IllegalStateException.class,
        () ->
            cache.get(
                file("a"),
                f -> {
                  throw new IllegalStateException("the disk is away");
                }));
    cache.get(file("a"), this::load);
    cache.get(file("a"), this::load);
    assertEquals(1, loads.get());
  }
}
