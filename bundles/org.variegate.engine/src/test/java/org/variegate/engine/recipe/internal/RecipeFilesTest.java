package org.variegate.engine.recipe.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.StageNode;

/** Recipes of several files, and files that are none. */
class RecipeFilesTest {
  private static final String SHAPES = "samples: 1\nsource: {shapes: {}}\n";

  @TempDir Path temporary;
  private RecipeFolder folder;

  @BeforeEach
  void open() {
    folder = new RecipeFolder(temporary);
  }

  private static List<String> ids(Recipe recipe) {
    return recipe.pipeline().stages().stream().map(StageNode::id).toList();
  }

  @Test
  void whatAFileSaysItselfWins() throws Exception {
    folder.write(
        "parts/base.yaml",
        """
        samples: 5
        seed: 7
        source: {shapes: {labels: 3, size: [8, 8, 1]}}
        stages: [{flip: {}}]
        sink: {nifti: {level: 1, directory: a}}
        """);
    folder.write("parts/seed.yaml", "seed: 8\nsink: {nifti: {level: 2}}");
    folder.write(
        "r.yaml",
        """
        include: [parts/base.yaml, parts/seed.yaml]
        samples: 6
        source: {shapes: {labels: 4}}
        stages: [{intensity: {}}]
        """);
    Recipe recipe = folder.read("r.yaml");
    assertEquals(6, recipe.samples());
    assertEquals(8, recipe.seed());
    assertEquals(4, recipe.pipeline().source().options().get("labels"));
    Object[] size = (Object[]) recipe.pipeline().source().options().get("size");
    assertArrayEquals(new Integer[] {8, 8, 1}, size);
    assertEquals(List.of("intensity"), ids(recipe));
    assertEquals(2L, recipe.sink().options().get("level"));
    assertEquals("a", recipe.directory());
  }

  @Test
  void anotherPluginReplacesAllOptions() throws Exception {
    folder.write("base.yaml", SHAPES + "sink: {nifti: {level: 1, directory: a}}");
    folder.write("r.yaml", "include: base.yaml\nsource: {labelmap: {path: x}}\nsink: {nifti: {}}");
    Recipe recipe = folder.read("r.yaml");
    assertEquals("labelmap", recipe.pipeline().source().plugin());
    assertEquals(1L, recipe.sink().options().get("level"));
  }

  @Test
  void aListIsPutInPlaceAndMayIncludeItself() throws Exception {
    folder.write("parts/mri.yaml", "- intensity: {}\n- include: last.yaml\n");
    folder.write("parts/last.yaml", "- mri: {}");
    folder.write(
        "r.yaml",
        SHAPES + "stages:\n- flip: {}\n- include: parts/mri.yaml\n- noise: {}\n- blur: {}");
    Recipe recipe = folder.read("r.yaml", "stages.mri.id=contrast");
    assertEquals(List.of("flip", "intensity", "contrast", "noise", "blur"), ids(recipe));
    assertEquals(
        new Position(temporary.resolve("parts/last.yaml").toString(), 1, 3),
        recipe.pipeline().stages().get(2).position());
  }

  @Test
  void aPipelineCanBeIncludedWhereASourceStands() throws Exception {
    folder.write("inner.yaml", "source: {shapes: {}}\nstages: [{flip: {}}]");
    folder.write("r.yaml", "samples: 1\nsource: {mix: {sources: [{include: inner.yaml}]}}");
    Recipe recipe = folder.read("r.yaml");
    assertEquals(
        "flip", recipe.pipeline().source().inner().get("sources").get(0).stages().get(0).plugin());
  }

  @Test
  void theRecipesFolderIsThatOfTheFileItStandsIn() throws Exception {
    folder.write("parts/base.yaml", "parameters: {p: {default: '${recipe}/legend.tsv'}}");
    folder.write(
        "r.yaml",
        "include: parts/base.yaml\nsamples: 1\n"
            + "source: {labelmap: {path: '${recipe}/maps', legend: '${p}'}}");
    Recipe recipe = folder.read("r.yaml");
    assertEquals(
        temporary + "/parts/legend.tsv", recipe.pipeline().source().options().get("legend"));
    Object[] path = (Object[]) recipe.pipeline().source().options().get("path");
    assertEquals(temporary + "/maps", path[0]);
    assertEquals(
        temporary + "/elsewhere", folder.read("r.yaml", "name=${recipe}/elsewhere").name());
  }

  @Test
  void parametersBuildOnParameters() throws Exception {
    folder.write(
        "r.yaml",
        "parameters: {a: {default: '${b}-${b}'}, b: {default: 2}, c: {default: [1, '${b}', 3]}}\n"
            + "name: ${a}\nsamples: ${b}\nsource: {shapes: {size: '${c}'}}");
    Recipe recipe = folder.read("r.yaml", "b=9");
    assertEquals("9-9", recipe.name());
    assertEquals(9, recipe.samples());
    assertArrayEquals(
        new Integer[] {1, 9, 3}, (Object[]) recipe.pipeline().source().options().get("size"));
  }

  @Test
  void anErrorNamesTheIncludedFile() throws Exception {
    folder.write("parts/mri.yaml", "- intensity: {}\n- mri: {level: 3}\n");
    folder.write("r.yaml", SHAPES + "stages: [{include: parts/mri.yaml}]");
    assertEquals(
        "parts/mri.yaml:2:9: level: mri has no such key; valid: id", folder.refusal("r.yaml"));
  }

  @Test
  void aCycleNamesBothFiles() throws Exception {
    folder.write("a.yaml", "include: b.yaml").write("b.yaml", SHAPES + "include: ./a.yaml");
    assertEquals("b.yaml:3:10: include: a.yaml includes itself", folder.refusal("a.yaml"));
  }

  @Test
  void manyIncludesOfIncludesEnd() throws Exception {
    folder.write("f0.yaml", "- flip: {}\n".repeat(10));
    for (int i = 1; i < 9; i++) {
      folder.write("f" + i + ".yaml", ("- include: f" + (i - 1) + ".yaml\n").repeat(10));
    }
    folder.write("r.yaml", SHAPES + "stages: [{include: f8.yaml}]");
    String refusal = folder.refusal("r.yaml");
    assertEquals(
        ": needs at most 100000 values, includes and aliases counted",
        refusal.replaceFirst("^f\\d.yaml(:\\d+:\\d+)?", ""));
  }

  @Test
  void includesOfTheWrongKindAreRefused() throws Exception {
    folder.write("list.yaml", "- flip: {}").write("r.yaml", "include: list.yaml");
    assertEquals(
        "list.yaml:1:1: included at r.yaml:1:10: needs a mapping, got a list",
        folder.refusal("r.yaml"));
    folder.write("r.yaml", "include: {a: b}");
    assertEquals(
        "r.yaml:1:10: include: needs the path of a file, got a mapping", folder.refusal("r.yaml"));
    folder.write("r.yaml", "include: $${x}.yaml");
    assertEquals(
        "r.yaml:1:10: include: needs the path of a file, got '$${x}.yaml'",
        folder.refusal("r.yaml"));
    Files.createDirectory(temporary.resolve("sub"));
    folder.write("r.yaml", "include: sub");
    assertEquals("r.yaml:1:10: include: sub is a folder, not a file", folder.refusal("r.yaml"));
    folder.write("r.yaml", "include: /dev/zero");
    assertEquals(
        "r.yaml:1:10: include: /dev/zero is a pipe or device, not a file",
        folder.refusal("r.yaml"));
  }

  @Test
  void filesThatAreNoRecipesAreRefused() throws Exception {
    assertEquals("none.yaml: does not exist", folder.refusal("none.yaml"));
    folder.write("brain-mri.yaml", SHAPES);
    assertEquals(
        "brian-mri.yaml: does not exist; did you mean 'brain-mri.yaml'?",
        folder.refusal("brian-mri.yaml"));
    assertEquals("no/brain-mri.yaml: does not exist", folder.refusal("no/brain-mri.yaml"));
    Files.createSymbolicLink(temporary.resolve("loop.yaml"), temporary.resolve("loop.yaml"));
    assertEquals("loop.yaml: is a symbolic link to nothing", folder.refusal("loop.yaml"));
    Files.createDirectory(temporary.resolve("sub"));
    assertEquals("sub: is a folder, not a file", folder.refusal("sub"));
    folder.write("long.yaml", "#".repeat((4 << 20) + 1));
    assertEquals("long.yaml: is longer than 4 MB", folder.refusal("long.yaml"));
    Files.write(
        temporary.resolve("latin.yaml"),
        "samples: 1\nname: é".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("latin.yaml:2:7: needs UTF-8, got byte 0xe9", folder.refusal("latin.yaml"));
    Files.write(temporary.resolve("wide.yaml"), SHAPES.getBytes(StandardCharsets.UTF_16LE));
    assertEquals("wide.yaml:1:2: YAML: U+0000 is not allowed", folder.refusal("wide.yaml"));
  }

  @Test
  void aFileThatMayNotBeReadIsRefused() throws Exception {
    folder.write("secret.yaml", SHAPES);
    temporary.resolve("secret.yaml").toFile().setReadable(false);
    assumeFalse(Files.isReadable(temporary.resolve("secret.yaml")), "this user may read anything");
    assertEquals("secret.yaml: cannot be read: permission denied", folder.refusal("secret.yaml"));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws Exception {
    assertEquals(1, folder.write("r.yaml", "\ufeff" + SHAPES).read("r.yaml").samples());
  }
}
