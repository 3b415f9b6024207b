package org.variegate.engine.internal.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.engine.internal.provenance.BundleVersion;
import org.variegate.engine.internal.provenance.VersionSet;

class DatasetFileTest {
  @TempDir Path folder;

  private static final VersionSet SET =
      VersionSet.of(
          Map.of("mix.sources[0].noise", new BundleVersion("noise", "1.0.0", "0".repeat(64))),
          Map.of("api", new BundleVersion("api", "1.0.0", "1".repeat(64))));
  private static final String RECIPE =
      "name: a\ntext: |\n  two\n\n  lines\nstages:\n  - noise: {sigma: \"uniform(0, 5)\"}\n";

  private static DatasetFile file(boolean complete) {
    List<ShardSummary> shards = List.of(new ShardSummary(0, 0, 10, 1, "f".repeat(64), List.of()));
    return complete
        ? new DatasetFile(true, 10, 1, "e".repeat(64), List.of(SET), shards, RECIPE)
        : new DatasetFile(false, 10, 0, null, List.of(SET), List.of(), RECIPE);
  }

  private DatasetFile written(DatasetFile file) throws Exception {
    Files.writeString(folder.resolve(DatasetFile.NAME), file.text());
    return DatasetFile.read(folder);
  }

  @Test
  void readsWhatItWrote() throws Exception {
    assertEquals(file(true), written(file(true)));
    assertEquals(file(false), written(file(false)));
  }

  @Test
  void isYamlWithTheRecipeInside() throws Exception {
    Map<?, ?> yaml = (Map<?, ?>) DatasetFile.yaml(file(true).text());
    assertEquals(false, yaml.get("mixed"));
    assertEquals("e".repeat(64), yaml.get("sha256"));
    assertEquals(DatasetFile.yaml(RECIPE), yaml.get("recipe"));
  }

  @Test
  void saysInOneLineWhatIsWrong() throws Exception {
    String text = file(true).text();
    for (String broken :
        List.of(
            "",
            "recipe:\n",
            text.replace("samples: 10", "samples: ten"),
            text.replace("\"1.0.0\"", "\"1.0.1\""),
            text.replace("complete: true", "complete: ["))) {
      Files.writeString(folder.resolve(DatasetFile.NAME), broken);
      Mismatch failure = assertThrows(Mismatch.class, () -> DatasetFile.read(folder));
      assertTrue(failure.getMessage().startsWith("dataset.yaml: "), failure.getMessage());
    }
  }
}
