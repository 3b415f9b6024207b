package org.variegate.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Randomizer;
import org.variegate.engine.Engine;
import org.variegate.engine.Outcome;

class RunTest {
  private static final long SAMPLES = 53;
  private static final int EACH = 10;

  @TempDir Path folder;
  private final Fixture fixture = new Fixture();

  @Test
  void makesTheSameBytesWithAnyNumberOfWorkers() throws Exception {
    SortedMap<String, String> one = Fixture.reference(folder, SAMPLES, EACH);
    for (int workers : new int[] {2, 8}) {
      Path many = folder.resolve("many" + workers);
      Outcome outcome = new Fixture().run(many, SAMPLES, EACH, workers);
      assertTrue(outcome.complete());
      assertEquals(one, Fixture.files(many));
    }
    assertEquals(6 + 1 + 3 * SAMPLES, one.size());
  }

  @Test
  void hashesWhatIsNotKeptAsWhatIs() throws Exception {
    String kept = fixture.run(folder.resolve("kept"), SAMPLES, EACH, 2).sha256();
    assertEquals(kept, new Fixture().run((Path) null, SAMPLES, EACH, 3).sha256());
  }

  @Test
  void endsAtOnceWhenThereIsNothingToDo() throws Exception {
    Path target = folder.resolve("again");
    Outcome first = fixture.run(target, SAMPLES, EACH, 2);
    assertEquals(first, fixture.run(target, SAMPLES, EACH, 2));
    Outcome none = fixture.run(folder.resolve("none"), 0, EACH, 2);
    assertEquals(0, none.samples());
    assertNotNull(none.sha256());
  }

  @Test
  void startsNoMoreWorkersThanThereAreSamplesToMake() throws Exception {
    fixture.run(folder, 20, 10, 1);
    Set<String> threads = ConcurrentHashMap.newKeySet();
    fixture.put(
        1,
        (Randomizer)
            (sample, draws) -> {
              threads.add(Thread.currentThread().getName());
              Fixture.change(sample, draws);
            },
        "1.0.0");
    remove(folder.resolve("shard-000001"));
    int before = Thread.activeCount();
    fixture.run(folder, 20, 10, Engine.MOST_WORKERS);
    assertTrue(threads.size() <= 10, threads.toString());
    assertTrue(Thread.activeCount() < before + 20);
    fixture.run(folder.resolve("none"), 0, 10, Engine.MOST_WORKERS);
  }

  @Test
  void refusesMoreWorkersThanAnyMachineHas() {
    for (int workers : new int[] {0, Engine.MOST_WORKERS + 1, 100_000}) {
      var error =
          assertThrows(
              IllegalArgumentException.class, () -> fixture.run((Path) null, 9, 3, workers));
      assertEquals("workers: needs 1 to 512, got " + workers, error.getMessage());
    }
  }

  private static void remove(Path shard) throws IOException {
    try (Stream<Path> paths = Files.walk(shard)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
