package org.variegate.dl4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.dl4j.BackendException;

class MachineTest {
  @TempDir Path folder;

  @Test
  void aProcessorIsAskedForItsInstructions() throws Exception {
    Path processors = folder.resolve("cpuinfo");
    Files.writeString(processors, "processor : 0\nflags : fpu avx avx2\n\nprocessor : 1\n");
    assertTrue(Machine.has(processors, "avx2"));
    assertTrue(Machine.has(processors, "avx"));
    assertFalse(Machine.has(processors, "avx512f"));
    assertTrue(Machine.has(folder.resolve("none"), "avx512f"));
  }

  @Test
  void convolutionsUseTheLargestInstructionsThereAre() throws Exception {
    Path processors = folder.resolve("cpuinfo");
    Files.writeString(processors, "flags : avx2 avx512f avx512bw\n");
    assertEquals("avx512", Machine.instructions(processors, "avx2", null));
    assertEquals("avx2", Machine.instructions(processors, "avx512", "AVX2"));
    Files.writeString(processors, "flags : avx2\n");
    assertEquals("avx2", Machine.instructions(processors, "avx2", null));
    assertEquals("avx2", Machine.instructions(folder.resolve("none"), "avx2", null));
    assertEquals("generic", Machine.instructions(natives("p", ""), "AVX2"));
  }

  @Test
  void nativesOfAnotherPlatformAreRefused() {
    Natives natives = natives("macosx-x86_64", "-onednn");
    BackendException refused =
        assertThrows(BackendException.class, () -> Machine.check(natives, "linux-arm64"));
    assertTrue(refused.getMessage().contains("-Dnatives.platform=linux-arm64"));
  }

  @Test
  void nativesSayWhatTheyWereBuiltFor() {
    assertEquals("avx2", natives("p", "-onednn-avx2").instructions());
    assertEquals("avx512", natives("p", "-avx512").instructions());
    assertEquals("generic", natives("p", "").instructions());
    assertTrue(natives("p", "-onednn").withOneDnn());
    assertFalse(natives("p", "-avx2").withOneDnn());
  }

  @Test
  void thisBuildIsForOnePlatform() {
    Natives natives = Natives.ofThisBundle();
    assertEquals(
        natives.version() + "-" + natives.platform() + natives.extension(), natives.name());
    assertFalse(natives.name().contains("$"), natives.name());
  }

  private static Natives natives(String platform, String extension) {
    return new Natives("1", platform, extension, List.of());
  }
}
