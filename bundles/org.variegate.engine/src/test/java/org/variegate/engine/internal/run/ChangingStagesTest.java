package org.variegate.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Randomizer;
import org.variegate.api.Sink;
import org.variegate.engine.Outcome;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;

class ChangingStagesTest {
  private static final long SAMPLES = 53;
  private static final int EACH = 10;

  @TempDir Path folder;
  private final Fixture fixture = new Fixture();

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
    assertEquals(Fixture.reference(folder, SAMPLES, EACH).keySet(), Fixture.files(target).keySet());
  }

  @Test
  void waitsForAStageThatIsGone() throws Exception {
    fixture.put(
        1,
        (Randomizer)
            (sample, draws) -> {
              if (sample.index() == 7) {
                fixture.put(1, null, "");
              }
              Fixture.change(sample, draws);
            },
        "1.0.0");
    fixture.heard =
        notice -> {
          if (notice.startsWith("change is gone; waiting")) {
            fixture.put(1, (Randomizer) Fixture::change, "1.0.0");
          }
        };
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
    assertEquals(Fixture.reference(folder, SAMPLES, EACH), Fixture.files(target));
  }
}
