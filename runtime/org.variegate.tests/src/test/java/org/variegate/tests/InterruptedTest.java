package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedTest {
  private static final int KILLS = 20;
  private static final long FIRST_MILLIS = 250;
  private static final long STEP_MILLIS = 67;

  @TempDir Path folder;
  private Variegate variegate;

  @BeforeEach
  void install() throws IOException {
    variegate = Variegate.inPlace(folder);
  }

  @Test
  void killedAtAnyMomentItGoesOn() throws Exception {
    variegate.recipe("shapes.yaml", Recipes.shapes(1000, 40));
    Map<String, String> whole = complete();
    variegate.delete("out");
    for (int i = 0; i < KILLS; i++) {
      Process process = variegate.start("run", "shapes.yaml", "--preview", "0");
      process.waitFor(FIRST_MILLIS + STEP_MILLIS * i, TimeUnit.MILLISECONDS);
      process.destroyForcibly();
      variegate.wait(process);
      if (i % 5 == 4) {
        assertEquals(whole, complete());
        variegate.delete("out");
      }
    }
  }

  private Map<String, String> complete() throws Exception {
    Variegate.Result result = variegate.run("run", "shapes.yaml", "--preview", "0");
    assertEquals(0, result.exitCode(), result.err());
    return variegate.content("out");
  }

  @Test
  void terminatedItEndsSoonAndGoesOn() throws Exception {
    assertEndsWith("TERM", 143);
  }

  @Test
  void interruptedItEndsSoonAndGoesOn() throws Exception {
    assumeFalse(
        ignoresInterrupts(), "this shell runs tests in the background, where SIGINT is ignored");
    assertEndsWith("INT", 130);
  }

  /**
   * Whether who started this process has SIGINT, the second signal, ignored by all its children.
   */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Integer.parseInt(line.substring(line.length() - 1), 16) & 2) != 0);
  }

  private void assertEndsWith(String signal, int exitCode) throws Exception {
    variegate.recipe("heads.yaml", Recipes.heads(200));
    Process process = variegate.start("run", "heads.yaml", "--preview", "0");
    Path begun = variegate.work().resolve("out").resolve("dataset.yaml");
    do {
      assertFalse(process.waitFor(50, TimeUnit.MILLISECONDS), "done before it was interrupted");
    } while (!Files.exists(begun));
    long start = System.nanoTime();
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    Variegate.Result result = variegate.wait(process);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertEquals(exitCode, result.exitCode(), result.err());
    assertTrue(seconds < 2, "took " + seconds + " s");
    Variegate.Result rest = variegate.run("run", "heads.yaml", "--preview", "0");
    assertEquals(0, rest.exitCode(), rest.err());
    assertTrue(rest.lastLine().startsWith("dataset sha256 "), rest.out());
  }
}
