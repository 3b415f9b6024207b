package org.variegate.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvocationTest {
  private static Invocation of(String... words) {
    return new Invocation(List.of(words), "./variegate", Path.of("/opt/v/bin/.."), false);
  }

  @Test
  void furtherFoldersOfPluginsFollowTheDistributions(@TempDir Path one, @TempDir Path two) {
    Path own = Path.of("/opt/v/plugins");
    assertEquals(List.of(own), of("plugins").folders());
    assertEquals(
        List.of(own, one, two),
        of("plugins", "--plugins", one.toString(), "--plugins=" + two).folders());
  }

  @Test
  void whatIsNoFolderIsLeftToTheCommandLine(@TempDir Path one) throws IOException {
    Path file = Files.writeString(one.resolve("file"), "");
    assertEquals(1, of("run", "--plugins=" + file, "--plugins", one + "/none").folders().size());
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
