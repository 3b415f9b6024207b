package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

  @Test
  void onlyWhatRunsLongIsProfiled() throws Exception {
    Variegate variegate = Variegate.copied(folder).with(echo());
    variegate.recipe("few.yaml", "name: few\nsamples: 200 # pictures\n");
    variegate.recipe("many.yaml", "name: many\ntest: {a:\n  samples: 20\n}\nsamples: 20000");
    variegate.recipe("nested.yaml", "name: nested\ntest:\n  samples: 2000\nsamples: 24\n");
    assertTrue(plain(variegate, "--version"));
    assertTrue(plain(variegate, "run", "few.yaml"));
    assertTrue(plain(variegate, "run", "none.yaml"));
    assertTrue(plain(variegate, "run", "nested.yaml"));
    assertTrue(plain(variegate, "check", "many.yaml"));
    assertTrue(plain(variegate, "run", "few.yaml", "--out", "train"));
    assertTrue(plain(variegate, "run", "many.yaml", "--set", "samples=999"));
    assertFalse(plain(variegate, "run", "many.yaml"));
    assertFalse(plain(variegate, "run", "--set", "sink.directory=few.yaml", "many.yaml"));
    assertFalse(plain(variegate, "run", "few.yaml", "--set", "samples=1000"));
    assertFalse(plain(variegate, "run", "few.yaml", "--set=samples=30000"));
    assertFalse(plain(variegate, "train", "few.yaml"));
  }

  private static boolean plain(Variegate variegate, String... words) throws Exception {
    String options = variegate.run(words).out();
    assertTrue(options.contains("-XX:+UnlockDiagnosticVMOptions"), options);
    return options.contains("-XX:-C1UpdateMethodData");
  }

  /** A Java that only says how it was called. */
  private Path echo() throws IOException {
    Path java = folder.resolve("java");
    Files.createDirectories(java.resolve("bin"));
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    Path program = Files.writeString(java.resolve("bin/java"), "#!/bin/sh\necho \"$@\"\n");
    assertTrue(program.toFile().setExecutable(true));
    return java;
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
