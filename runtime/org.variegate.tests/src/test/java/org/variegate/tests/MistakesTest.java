package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakesTest {
  @TempDir static Path folder;
  private static Variegate variegate;

  @BeforeAll
  static void install() throws IOException {
    variegate = Variegate.inPlace(folder);
  }

  /** Each in one line that names the place and what is needed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          samples: 6           | samples: many         | :3:
          shapes:              | shape:                | did you mean 'shapes'?
          - mri: {}            | - mir: {}             | did you mean 'mri'?
          - noise: {}          | - noise: {sigm: 1}    | did you mean 'sigma'?
          - noise: {}          | - noise: {sigma: -1}  | sigma: needs
          - noise: {}          | - noise: {coils: 0}   | coils
          - noise: {}          | - noise: {law: rice}  | law: needs one of
          - noise: {}          | - mri: {}             | give this one an id
          - intensity: {}      | - blur: {}            | IMAGE
          size: [48            | size: [48, none       | size
          sink:                | sunk:                 | did you mean 'sink'?
          seed: 5              | seed: [5              | yaml:
          nifti:               | noise:                | sink
          """)
  void aBrokenRecipeIsRefusedInOneLine(String right, String wrong, String message)
      throws Exception {
    variegate.recipe("broken.yaml", Recipes.shapes(6, 10).replace(right, wrong));
    Variegate.Result result = variegate.run("run", "broken.yaml");
    assertOneLine(3, message, result);
    assertTrue(result.err().contains("broken.yaml:"), result.err());
  }

  @ParameterizedTest
  @CsvSource({
    "rnu, did you mean 'run'?",
    "run x.yaml --workers 100000, --workers: needs 1 to 512",
    "run x.yaml --worker, did you mean '--workers'?",
    "run, CONFIG",
    "run x.yaml --workers many, --workers",
    "describe nois, did you mean 'noise'?",
    "check x.yaml --set seed, needs NAME=VALUE",
    "check x.yaml --plugins=none, --plugins: needs a folder",
    "replay shapes.yaml 1 --set noise.sigm=3, did you mean 'noise.sigma'?",
    "replay shapes.yaml 1 --set noise.sigma=abc, variegate: noise.sigma: needs a number"
  })
  void aWrongCommandLineIsRefusedInOneLine(String words, String message) throws Exception {
    variegate.recipe("shapes.yaml", Recipes.shapes(2, 2));
    assertOneLine(2, message, variegate.run(words.split(" ")));
  }

  @Test
  void sourcesThatNumberClassesDifferentlyAreRefusedByTheCheck() throws Exception {
    variegate.recipe(
        "mixed.yaml",
        """
        samples: 10
        source:
          mix:
            sources:
              - source: {breeds: {classes: [cat]}}
              - source: {breeds: {classes: [dog], id: dogs}}
        """);
    String message =
        "mix.sources[1].dogs: categories: class 1: needs cat as of mix.sources[0].breeds, got dog";
    assertOneLine(3, message, variegate.run("check", "mixed.yaml"));
  }

  @Test
  void aFolderThatIsNoDatasetIsLeftAlone() throws Exception {
    variegate.recipe(
        "shapes.yaml", Recipes.shapes(2, 2).replace("directory: out", "directory: mine"));
    Path mine = Files.createDirectories(variegate.work().resolve("mine"));
    Files.writeString(mine.resolve("letter.txt"), "dear");
    assertOneLine(4, "mine", variegate.run("run", "shapes.yaml"));
    assertEquals(1, variegate.content("mine").size());
  }

  @Test
  void whoRunsOutOfMemoryIsToldWhatToSet() throws Exception {
    variegate.recipe("large.yaml", Recipes.shapes(1, 1).replace("[48, 48, 1]", "[512, 512, 64]"));
    Variegate small = Variegate.inPlace(folder).withOptions("-Xmx24m");
    assertOneLine(9, "set VARIEGATE_OPTS=-Xmx", small.run("run", "large.yaml"));
  }

  @Test
  void theCommandThatShowsAFailedSampleWorksWhenPasted() throws Exception {
    variegate.recipe("my shapes.yaml", Recipes.shapes(2, 2));
    Variegate.Result run =
        variegate.run(
            "run",
            "my shapes.yaml",
            "--set",
            "sink=null",
            "--set",
            "samples=1",
            "--set",
            "stages.noise.sigma=constant(1e39)",
            "--set",
            "failures.maximum=1");
    assertEquals(5, run.exitCode(), run.err());
    String[] notice = run.err().strip().split("; to see it: ");
    String failure = notice[0].replace("sample 0 failed: ", "");
    assertTrue(failure.contains("image: needs finite values"), failure);
    assertOneLine(5, failure, variegate.paste(notice[1]));
  }

  private static void assertOneLine(int exitCode, String message, Variegate.Result result) {
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().contains(message), result.err());
    assertEquals(exitCode, result.exitCode(), result.err());
  }
}
