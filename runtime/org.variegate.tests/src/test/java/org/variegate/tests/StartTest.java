package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts Variegate, and its archive of classes. */
class StartTest {
  @TempDir Path folder;

  @Test
  void theArchiveIsMadeAgainWhereverJavaWouldRefuseIt() throws Exception {
    Variegate variegate = Variegate.copied(folder);
    Files.delete(variegate.home().resolve("archive"));
    prepares(variegate);
    Path older = variegate.home().resolve("lib/another.jar");
    write(older);
    Files.setLastModifiedTime(older, FileTime.fromMillis(0));
    prepares(variegate);
    Files.delete(older);
    prepares(variegate);
  }

  /** The next start makes the archive, the one after it does not. */
  private static void prepares(Variegate variegate) throws Exception {
    String first = variegate.run("--version").err();
    assertTrue(first.startsWith("preparing Variegate for Java"), first);
    assertEquals("", variegate.run("--version").err());
  }

  private static void write(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      entries.flush();
    }
  }
}
