package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change in one place changes nothing elsewhere. */
class AblationTest {
  private static final Pattern DRAW =
      Pattern.compile("\"([a-z-]+\\.[^\"]*)\":(\\[[^\\]]*]|\"[^\"]*\"|[^,}]+)");
  private static final Pattern MEMBER =
      Pattern.compile("\"name\":\"([^\"]+)\",\"length\":\\d+,\"sha256\":\"([0-9a-f]+)\"");

  @TempDir Path folder;
  private Variegate variegate;

  @BeforeEach
  void install() throws IOException {
    variegate = Variegate.inPlace(folder);
    variegate.recipe("heads.yaml", Recipes.heads(3));
  }

  private static Map<String, String> all(Pattern pattern, String text) {
    Map<String, String> found = new TreeMap<>();
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      found.put(matcher.group(1), matcher.group(2));
    }
    return found;
  }

  private static Map<String, String> draws(String line) {
    return all(DRAW, line.substring(line.indexOf("\"draws\"")));
  }

  private List<Map<String, String>> drawsOfRun(String recipe) throws Exception {
    Variegate.Result result = variegate.run("run", recipe, "--preview", "0");
    assertEquals(0, result.exitCode(), result.err());
    String manifest = variegate.content("out").get("shard-000000/manifest.jsonl");
    variegate.delete("out");
    return manifest
        .lines()
        .filter(line -> line.startsWith("{\"index\""))
        .map(AblationTest::draws)
        .toList();
  }

  @Test
  void aStageLeftOutChangesNoOtherDraw() throws Exception {
    List<Map<String, String>> whole = drawsOfRun("heads.yaml");
    assertEquals(3, whole.size());
    for (String stage : List.of("deformation", "bias-field", "resolution")) {
      variegate.recipe("without.yaml", "include: heads.yaml\nomit: [" + stage + "]\n");
      List<Map<String, String>> without = drawsOfRun("without.yaml");
      for (int i = 0; i < whole.size(); i++) {
        Map<String, String> expected = new TreeMap<>(whole.get(i));
        assertFalse(expected.keySet().stream().noneMatch(name -> name.startsWith(stage + ".")));
        expected.keySet().removeIf(name -> name.startsWith(stage + "."));
        assertEquals(expected, without.get(i), stage);
      }
    }
  }

  @Test
  void aChangedDrawChangesOnlyWhatDependsOnIt() throws Exception {
    String before = variegate.run("replay", "heads.yaml", "2").out();
    String after = variegate.run("replay", "heads.yaml", "2", "--set", "gamma.exponent=2").out();
    Map<String, String> expected = draws(before);
    assertNotEquals("2.0", expected.put("gamma.exponent", "2.0"));
    assertEquals(expected, draws(after));
    Map<String, String> made = all(MEMBER, before);
    Map<String, String> changed = all(MEMBER, after);
    assertEquals(made.get("labels.nii.gz"), changed.get("labels.nii.gz"));
    assertNotEquals(made.get("image.nii.gz"), changed.get("image.nii.gz"));
  }
}
