package org.variegate.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Randomizer;
import org.variegate.api.Sink;
import org.variegate.engine.Outcome;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;

class RunTest {
  private static final long SAMPLES = 53;
  private static final int EACH = 10;

  @TempDir Path folder;
  private final Fixture fixture = new Fixture();

  private SortedMap<String, String> reference() throws RunException {
    Path whole = folder.resolve("whole");
    new Fixture().run(whole, SAMPLES, EACH, 1);
    return Fixture.files(whole);
  }

  @Test
  void makesTheSameBytesWithAnyNumberOfWorkers() throws Exception {
    SortedMap<String, String> one = reference();
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
  void goesOnAfterAStop() throws Exception {
    Path target = folder.resolve("stopped");
    fixture.put(
        1,
        (Randomizer)
            (sample, draws) -> {
              pause(2);
              Fixture.change(sample, draws);
            },
        "1.0.0");
    fixture.stopAt = 25;
    Outcome stopped = fixture.run(target, SAMPLES, EACH, 2);
    assertFalse(stopped.complete());
    assertTrue(stopped.samples() >= 20 && stopped.samples() < SAMPLES, stopped.toString());
    assertEquals(0, stopped.samples() % EACH, "what is there now are whole shards");
    assertTrue(Fixture.files(target).keySet().stream().noneMatch(name -> name.startsWith(".")));
    fixture.stopAt = Long.MAX_VALUE;
    Outcome complete = fixture.run(target, SAMPLES, EACH, 2);
    assertTrue(complete.complete());
    assertFalse(complete.mixed());
    assertEquals(reference(), Fixture.files(target));
  }

  @Test
  void goesOnAfterACrash() throws Exception {
    Path target = folder.resolve("crashed");
    fixture.put(
        1,
        (Randomizer)
            (sample, draws) -> {
              if (sample.index() == 34) {
                throw new OutOfMemoryError("as if");
              }
              Fixture.change(sample, draws);
            },
        "1.0.0");
    assertThrows(OutOfMemoryError.class, () -> fixture.run(target, SAMPLES, EACH, 4));
    Files.createDirectories(target.resolve(".shard-000003"));
    Files.writeString(target.resolve(".shard-000003/half"), "half");
    Files.writeString(target.resolve(".dataset.yaml.tmp"), "half");
    Files.writeString(target.resolve(".lock"), "");
    Outcome complete = new Fixture().run(target, SAMPLES, EACH, 2);
    assertEquals(SAMPLES, complete.samples());
    assertEquals(reference(), Fixture.files(target));
  }

  @Test
  void makesADamagedShardAgain() throws Exception {
    Path target = folder.resolve("damaged");
    fixture.run(target, SAMPLES, EACH, 2);
    String name =
        Fixture.files(target).keySet().stream()
            .filter(n -> n.startsWith("shard-000002") && n.endsWith(".txt"))
            .findFirst()
            .orElseThrow();
    Files.writeString(
        target.resolve(name), Files.readString(target.resolve(name)).replace('1', '2'));
    fixture.run(target, SAMPLES, EACH, 2);
    assertEquals(reference(), Fixture.files(target));
    assertEquals(
        List.of(
            "shard-000002: "
                + Path.of(name).getFileName()
                + " has other bytes than the manifest says; it is made again"),
        fixture.notices);
  }

  @Test
  void extendsADatasetByMoreSamples() throws Exception {
    Path target = folder.resolve("extended");
    fixture.run(target, 25, EACH, 2);
    AtomicInteger made = new AtomicInteger();
    fixture.put(
        1,
        (Randomizer)
            (sample, draws) -> {
              made.incrementAndGet();
              Fixture.change(sample, draws);
            },
        "1.0.0");
    fixture.run(target, SAMPLES, EACH, 2);
    assertEquals(reference(), Fixture.files(target));
    assertEquals(SAMPLES - 20, made.get());
  }

  @Test
  void recordsAFailingSampleAndGoesOn() throws Exception {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    failAt(fixture, Set.of(3L, 17L));
    Outcome outcome = fixture.run(one, SAMPLES, EACH, 1);
    assertEquals(new Outcome(SAMPLES, 2, true, false, outcome.sha256()), outcome);
    String manifest = Fixture.files(one).get("shard-000001/manifest.jsonl");
    String line =
        manifest.lines().filter(l -> l.contains("\"index\":17")).findFirst().orElseThrow();
    assertTrue(
        line.startsWith(
            "{\"index\":17,\"failed\":\"change: too odd\","
                + "\"replay\":\"variegate replay DIRECTORY 17\","),
        line);
    assertTrue(line.contains("\"source.value\":["), line);
    assertEquals(
        "sample 3 failed: change: too odd; to see it: variegate replay " + one + " 3",
        fixture.notices.get(0));
    Fixture other = new Fixture();
    failAt(other, Set.of(3L, 17L));
    other.run(two, SAMPLES, EACH, 8);
    assertEquals(Fixture.files(one), Fixture.files(two));
    assertEquals(2, other.run(two, SAMPLES, EACH, 1).failed(), "failures of verified shards count");
  }

  @Test
  void stopsWhenTooManyFail() throws Exception {
    failAt(fixture, Set.of(3L, 4L, 5L, 6L));
    fixture.failuresMaximum = 0.05;
    RunException failure =
        assertThrows(RunException.class, () -> fixture.run(folder.resolve("f"), 53, EACH, 3));
    assertEquals(Cause.FAILURES, failure.why());
    assertTrue(
        failure.getMessage().startsWith("3 of 53 samples failed, failures.maximum allows 2; "),
        failure.getMessage());
    fixture.failuresMaximum = 0;
    assertThrows(RunException.class, () -> fixture.run(folder.resolve("g"), 53, EACH, 3));
  }

  @Test
  void allowsOneFailureOfFewSamples() throws Exception {
    failAt(fixture, Set.of(1L));
    fixture.failuresMaximum = 0.01;
    assertEquals(1, fixture.run(folder.resolve("few"), 5, EACH, 2).failed());
  }

  private static void failAt(Fixture fixture, Set<Long> indices) {
    fixture.put(
        1,
        (Randomizer)
            (sample, draws) -> {
              if (indices.contains(sample.index())) {
                throw new IllegalStateException("too odd");
              }
              Fixture.change(sample, draws);
            },
        "1.0.0");
  }

  @Test
  void takesUpAReplacedStage() throws Exception {
    Path target = folder.resolve("swapped");
    fixture.put(
        1,
        (Randomizer)
            (sample, draws) -> {
              if (sample.index() == 20) {
                fixture.put(1, (Randomizer) Fixture::change, "1.0.1");
                throw new NoClassDefFoundError("as if the bundle were gone");
              }
              Fixture.change(sample, draws);
            },
        "1.0.0");
    Outcome outcome = fixture.run(target, SAMPLES, EACH, 2);
    assertTrue(outcome.mixed());
    assertEquals(0, outcome.failed());
    assertEquals(1, fixture.notices.size(), fixture.notices.toString());
    assertTrue(
        fixture
            .notices
            .get(0)
            .startsWith(
                "replaced: bundle1 1.0.0 000000000000 by bundle1 1.0.1 000000000000 in change,"
                    + " from sample "),
        fixture.notices.get(0));
    assertTrue(Fixture.files(target).get("dataset.yaml").contains("\nmixed: true\n"));
    String sha = new Fixture().run((Path) null, SAMPLES, EACH, 1).sha256();
    assertEquals(sha, outcome.sha256());
  }

  @Test
  void makesAShardAgainWhenItsSinkIsReplaced() throws Exception {
    AtomicInteger encoded = new AtomicInteger();
    Sink replacing =
        (sample, members) -> {
          if (encoded.incrementAndGet() == 15) {
            fixture.put(2, (Sink) Fixture::encode, "1.0.1");
          }
          Fixture.encode(sample, members);
        };
    fixture.put(2, replacing, "1.0.0");
    Path target = folder.resolve("sinks");
    Outcome outcome = fixture.run(target, SAMPLES, EACH, 4);
    assertTrue(outcome.mixed());
    assertEquals(new Fixture().run((Path) null, SAMPLES, EACH, 1).sha256(), outcome.sha256());
    assertEquals(reference().keySet(), Fixture.files(target).keySet());
  }

  @Test
  void waitsForAStageThatIsGone() throws Exception {
    fixture.put(
        1,
        (Randomizer)
            (sample, draws) -> {
              if (sample.index() == 7) {
                fixture.put(1, null, "");
                Thread back =
                    new Thread(
                        () -> {
                          pause(700);
                          fixture.put(1, (Randomizer) Fixture::change, "1.0.0");
                        });
                back.start();
              }
              Fixture.change(sample, draws);
            },
        "1.0.0");
    Outcome outcome = fixture.run((Path) null, SAMPLES, EACH, 2);
    assertTrue(outcome.complete());
    assertFalse(outcome.mixed());
    assertEquals(
        List.of("change is gone; waiting up to 10 s for it", "all stages are there again"),
        fixture.notices);
  }

  @Test
  void givesUpOnAStageThatStaysAway() throws Exception {
    fixture.swapTimeout = Duration.ofMillis(200);
    Path target = folder.resolve("absent");
    fixture.put(
        1,
        (Randomizer)
            (sample, draws) -> {
              if (sample.index() == 25) {
                fixture.put(1, null, "");
              }
              Fixture.change(sample, draws);
            },
        "1.0.0");
    RunException failure =
        assertThrows(RunException.class, () -> fixture.run(target, SAMPLES, EACH, 2));
    assertEquals(Cause.ABSENT, failure.why());
    assertEquals(
        "change is gone; waited 0.2 s (swap.timeout); run again to go on", failure.getMessage());
    fixture.put(1, (Randomizer) Fixture::change, "1.0.0");
    fixture.run(target, SAMPLES, EACH, 2);
    assertEquals(reference(), Fixture.files(target));
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

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
