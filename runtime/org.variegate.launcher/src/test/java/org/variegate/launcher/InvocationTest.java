package org.variegate.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvocationTest {
  private static Invocation of(String... words) {
    return new Invocation(List.of(words), "./variegate", Path.of("/opt/v/bin/.."), false);
  }

  @Test
  void furtherFoldersOfPluginsFollowTheDistributions() {
    Path own = Path.of("/opt/v/plugins");
    assertEquals(List.of(own), of("plugins").folders());
    assertEquals(
        List.of(own, Path.of("/a"), Path.of("/b")),
        of("plugins", "--plugins", "/a", "--plugins=/b").folders());
  }

  @Test
  void anOptionWithoutItsValueIsLeftToTheCommandLine() {
    assertEquals(1, of("run", "--plugins").folders().size());
  }

  @Test
  void aStopIsRemembered() {
    Invocation invocation = of();
    assertFalse(invocation.stopRequested());
    invocation.requestStop();
    assertTrue(invocation.stopRequested());
  }
}
