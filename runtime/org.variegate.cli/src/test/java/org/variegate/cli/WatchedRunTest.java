package org.variegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.variegate.engine.RunListener;

class WatchedRunTest {
  private static final String OLD = "old.jar: is no bundle";
  private static final String NEW = "new.jar: is no jar";

  private final List<String> failed = new ArrayList<>(List.of(OLD));
  private final List<String> heard = new ArrayList<>();
  private long now = Long.MAX_VALUE;
  private final WatchedRun run =
      new WatchedRun(
          new RunListener() {
            @Override
            public void notice(String message) {
              heard.add(message);
            }
          },
          new TypedCommand("variegate", Path.of("a.yaml"), List.of(), List.of()),
          () -> List.copyOf(failed),
          Set.of(OLD),
          () -> now);

  private void aSecondLater() {
    now += 1_000_000_000;
    assertFalse(run.stopRequested());
  }

  @Test
  void aJarThatKeepsFailingIsNamedOnce() {
    failed.add(NEW);
    aSecondLater();
    assertEquals(List.of(), heard, "it may be half copied");
    run.stopRequested();
    assertEquals(List.of(), heard, "no time has passed");
    aSecondLater();
    aSecondLater();
    assertEquals(List.of("warning: " + NEW), heard);
  }

  @Test
  void aJarThatFailsAgainIsNamedAgain() {
    failed.add(NEW);
    aSecondLater();
    aSecondLater();
    failed.remove(NEW);
    aSecondLater();
    failed.add(NEW);
    aSecondLater();
    aSecondLater();
    assertEquals(List.of("warning: " + NEW, "warning: " + NEW), heard);
  }

  @Test
  void aFailedSampleIsShownByReplay() {
    assertEquals("variegate replay a.yaml 3", run.replayCommand(3));
  }
}
