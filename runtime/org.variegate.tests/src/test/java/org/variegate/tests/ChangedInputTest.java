package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedInputTest {
  private static final String RECIPE =
      """
      samples: 4
      source:
        labelmap: {path: map.nii.gz}
      stages:
        - intensity: {}
        - mri: {}
      sink:
        nifti: {directory: out, samplesPerShard: 2}
      """;

  @TempDir Path folder;
  private Variegate variegate;

  @BeforeEach
  void install() throws Exception {
    variegate = Variegate.inPlace(folder);
    variegate.recipe(
        "maps.yaml",
        """
        samples: 2
        source:
          shapes: {size: [16, 16, 1], labels: 3}
        sink:
          nifti: {directory: maps}
        """);
    assertEquals(0, run("maps.yaml", 2).exitCode());
    variegate.recipe("recipe.yaml", RECIPE);
  }

  private Variegate.Result run(String recipe, int samples) throws Exception {
    return variegate.run("run", recipe, "--preview", "0", "--set", "samples=" + samples);
  }

  private void use(int map) throws IOException {
    Path work = variegate.work();
    Files.copy(
        work.resolve("maps/shard-000000/00000" + map + "-labels.nii.gz"),
        work.resolve("map.nii.gz"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void aMapReplacedBetweenTheHalvesOfARunIsNoticed() throws Exception {
    use(0);
    assertEquals(0, run("recipe.yaml", 4).exitCode());
    use(1);
    Variegate.Result refused = run("recipe.yaml", 8);
    assertEquals(4, refused.exitCode());
    String line = "variegate: input labelmap/map.nii.gz has changed: sha256 is ";
    assertTrue(refused.err().startsWith(line), refused.err());
    assertEquals(1, refused.err().lines().count(), refused.err());
    use(0);
    assertEquals(0, run("recipe.yaml", 8).exitCode());
    Map<String, String> resumed = variegate.content("out");
    variegate.delete("out");
    assertEquals(0, run("recipe.yaml", 8).exitCode());
    assertEquals(variegate.content("out"), resumed);
  }
}
