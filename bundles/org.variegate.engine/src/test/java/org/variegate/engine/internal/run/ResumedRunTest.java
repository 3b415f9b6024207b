package org.variegate.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Randomizer;
import org.variegate.engine.Outcome;

class ResumedRunTest {
  private static final long SAMPLES = 53;
  private static final int EACH = 10;

  @TempDir Path folder;
  private final Fixture fixture = new Fixture();

  @Test
  void goesOnAfterAStop() throws Exception {
    Path target = folder.resolve("stopped");
    fixture.put(
        1,
        (Randomizer)
            (sample, draws) -> {
              if (sample.index() >= 40) {
                Fixture.await(fixture.stopping);
              }
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
    assertEquals(Fixture.reference(folder, SAMPLES, EACH), Fixture.files(target));
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
    assertEquals(Fixture.reference(folder, SAMPLES, EACH), Fixture.files(target));
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
    assertEquals(Fixture.reference(folder, SAMPLES, EACH), Fixture.files(target));
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
    assertEquals(Fixture.reference(folder, SAMPLES, EACH), Fixture.files(target));
    assertEquals(SAMPLES - 20, made.get());
  }
}
