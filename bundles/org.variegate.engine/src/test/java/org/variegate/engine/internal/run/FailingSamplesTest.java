package org.variegate.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Randomizer;
import org.variegate.engine.Outcome;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;

class FailingSamplesTest {
  private static final long SAMPLES = 53;
  private static final int EACH = 10;

  @TempDir Path folder;
  private final Fixture fixture = new Fixture();

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
    assertEquals("sample 3 failed: change: too odd; to see it: replay 3", fixture.notices.get(0));
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
}
