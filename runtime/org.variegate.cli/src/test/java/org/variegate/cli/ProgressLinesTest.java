package org.variegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void fastRunsAreQuiet() {
    ProgressLines lines = new ProgressLines(out, false, () -> false);
    lines.begins(100, 0);
    for (int i = 1; i <= 100; i++) {
      lines.sampleDone(i, 0);
    }
    assertEquals("", text());
  }

  @Test
  void slowRunsAreToldOf() {
    AtomicLong now = new AtomicLong(-5);
    ProgressLines lines = new ProgressLines(out, false, () -> false, now::get);
    lines.begins(10, 2);
    now.addAndGet(2_000_000_000);
    lines.sampleDone(4, 1);
    lines.sampleDone(5, 1);
    assertTrue(
        text().matches("(?s) 40 %  4 of 10 samples, 1\\.0 a second, 6 s left, 1 failed, .*"),
        text());
    assertEquals(1, text().lines().count());
  }

  @Test
  void machinesGetObjects() {
    ProgressLines lines = new ProgressLines(out, true, () -> true);
    lines.begins(10, 0);
    lines.notice("gone");
    assertTrue(text().contains("\"samples\":10"), text());
    assertTrue(text().contains("\"message\":\"gone\""), text());
    assertTrue(lines.stopRequested());
  }
}
