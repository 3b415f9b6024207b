package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Individuals that were kept by another run give the bytes of those that are grown. */
class KeptIndividualsTest {
  private static final String RECIPE =
      """
      name: kept
      seed: 3
      samples: 24
      source:
        breeds: {classes: [cat, dog, car], genomes: 2, cache: %s}
      stages:
        - pose: {}
        - camera: {}
        - rgb: {width: 48, height: 48, shadows: 0}
      sink:
        folder: {directory: %s, format: png, samplesPerShard: 8}
      """;

  @TempDir Path folder;
  private Variegate variegate;

  private Process start(String name, String cache) throws IOException {
    variegate.recipe(name + ".yaml", String.format(RECIPE, cache, name));
    return variegate.start("run", name + ".yaml", "--preview", "0");
  }

  private String hash(Process process) throws Exception {
    Variegate.Result result = variegate.wait(process);
    assertEquals(0, result.exitCode(), result.err());
    return result.lastLine();
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("individuals"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void coldWarmDamagedAndTwoAtOnceMakeTheSameBytes() throws Exception {
    variegate = Variegate.inPlace(folder);
    String grown = hash(start("grown", "none"));
    Process one = start("one", "individuals");
    Process other = start("other", "individuals");
    assertEquals(grown, hash(one));
    assertEquals(grown, hash(other));
    List<Path> files = kept();
    assertEquals(4, files.size(), "two cats and two dogs: " + files);
    assertEquals(grown, hash(start("warm", "individuals")));
    Files.write(files.get(0), new byte[1000]);
    byte[] whole = Files.readAllBytes(files.get(1));
    Files.write(files.get(1), java.util.Arrays.copyOf(whole, whole.length / 2));
    assertEquals(grown, hash(start("damaged", "individuals")));
    assertEquals(files, kept());
    assertTrue(java.util.Arrays.equals(whole, Files.readAllBytes(files.get(1))));
  }
}
