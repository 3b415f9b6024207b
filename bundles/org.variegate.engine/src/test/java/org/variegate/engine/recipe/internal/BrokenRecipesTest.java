package org.variegate.engine.recipe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is refused in one line that says where, what is needed, and what was got. */
class BrokenRecipesTest {
  private static final String SOURCE = "samples: 1\nsource: ";
  private static final String SHAPES = SOURCE + "{shapes: {}}\n";
  private static final String MRI = SHAPES + "stages:\n- intensity: {}\n- mri: {}\n";

  @TempDir Path folder;

  private static Arguments refused(String recipe, String message) {
    return Arguments.of(recipe, message);
  }

  static Stream<Arguments> recipeKeys() {
    return Stream.of(
        refused(
            SHAPES + "sampels: 2",
            "3:1: sampels: a recipe has no such key; did you mean 'samples'?"),
        refused(
            "source: {shapes: {}}",
            "1:1: samples is missing: how many to make, such as 'samples: 100'"),
        refused("samples: 1", "1:1: source is missing: what opens each sample"),
        refused(
            "samples: -1\nsource: {shapes: {}}",
            "1:10: samples: needs a whole number of at least 0, got -1"),
        refused(
            "samples: 1e3\nsource: {shapes: {}}", "1:10: samples: needs a whole number, got 1e3"),
        refused(
            "samples: '5'\nsource: {shapes: {}}", "1:10: samples: needs a whole number, got '5'"),
        refused(
            "samples: [5]\nsource: {shapes: {}}",
            "1:10: samples: needs a whole number, got a list"),
        refused(
            SHAPES + "seed: 18446744073709551616",
            "3:7: seed: needs a whole number of 64 bits, got 18446744073709551616"),
        refused(SHAPES + "name: ''", "3:7: name: needs text that is not empty, got ''"),
        refused(
            SHAPES + "failures: {maximum: 1.5}",
            "3:21: failures.maximum: needs a number from 0 to 1, got 1.5"),
        refused(
            SHAPES + "failures: {maximum: .nan}",
            "3:21: failures.maximum: needs a number, got .nan"),
        refused(
            SHAPES + "swap: {timout: 5}",
            "3:8: timout: swap has no such key; did you mean 'timeout'?"),
        refused(SHAPES + "swap: 5", "3:7: swap: needs a mapping, got 5"));
  }

  static Stream<Arguments> plugins() {
    return Stream.of(
        refused(
            SOURCE + "shapes",
            "2:9: needs one plugin and its options, such as 'shapes: {}', got 'shapes'"),
        refused(
            SOURCE + "{shape: {}}",
            "2:10: shape: no such plugin is installed; did you mean 'shapes'?"),
        refused(SOURCE + "{flip: {}}", "2:10: flip: is a randomizer, but a source belongs here"),
        refused(
            SOURCE + "{shapes: {labls: 3}}",
            "2:19: labls: shapes has no such key; did you mean 'labels'?"),
        refused(
            SOURCE + "{shapes: {labels: 0}}",
            "2:27: labels: needs a whole number from 1 to 255, got 0"),
        refused(SOURCE + "{shapes: {labels: 3.0}}", "2:27: labels: needs a whole number, got 3.0"),
        refused(
            SOURCE + "{shapes: {labels: 5000000000}}",
            "2:27: labels: needs a whole number from 1 to 255, got 5000000000"),
        refused(
            SOURCE + "{shapes: {labels: [3]}}", "2:27: labels: needs a whole number, got a list"),
        refused(SOURCE + "{shapes: {size: [3, x]}}", "2:29: size: needs a whole number, got 'x'"),
        refused(SOURCE + "{labelmap: {}}", "2:10: path: labelmap needs it: The path."),
        refused(SOURCE + "{labelmap: {path: }}", "2:26: path: needs text, got nothing"),
        refused(
            SOURCE + "{labelmap: {path: a, orientation: RAZ}}",
            "2:43: orientation: needs one of RAS, NATIVE, got 'RAZ'; did you mean 'RAS'?"),
        refused(
            SOURCE + "{labelmap: {path: a, legend: true}}", "2:38: legend: needs text, got true"),
        refused(SOURCE + "{mix: {}}", "2:10: sources: mix needs a pipeline here"),
        refused(
            SOURCE + "{mix: {sources: [{flip: {}}]}}",
            "2:27: flip: is a randomizer, but a source belongs here"));
  }

  static Stream<Arguments> stages() {
    return Stream.of(
        refused(
            MRI + "- over: {background: [{shapes: {}}, {shapes: {}}]}",
            "6:22: background: needs one pipeline, got 2"),
        refused(SHAPES + "stages: {flip: {}}", "3:9: stages: needs a list, got a mapping"),
        refused(
            SHAPES + "stages: [flip]",
            "3:10: needs one plugin and its options, such as 'flip: {}', got 'flip'"),
        refused(
            SHAPES + "stages:\n- flip:\n  probability: 1",
            "4:3: needs one plugin and its options, such as 'noise: {}', got flip, probability (are the options indented below it?)"),
        refused(
            SHAPES + "stages:\n- flip: {probability: 2}",
            "4:23: probability: needs a number from 0 to 1, got 2"),
        refused(
            SHAPES + "stages:\n- flip: {probability: much}",
            "4:23: probability: needs a number, got 'much'"),
        refused(
            SHAPES + "stages:\n- nifti: {}",
            "4:3: nifti: is a sink, but a randomizer or synthesizer or annotator belongs here"),
        refused(
            SHAPES + "stages:\n- flip: {}\n- flip: {}",
            "5:3: flip: another stage at recipe.yaml:4:3 is called so; give this one an id, such as 'id: flip2'"),
        refused(
            SHAPES + "stages:\n- flip: {id: a.b}",
            "4:14: id: needs a letter, then letters, digits and dashes, got 'a.b'"),
        refused(
            SHAPES + "stages:\n- flip: {id: my_flip}",
            "4:14: id: needs a letter, then letters, digits and dashes, got 'my_flip'"),
        refused(
            SHAPES + "stages:\n- flip: {id: 2nd}",
            "4:14: id: needs a letter, then letters, digits and dashes, got '2nd'"),
        refused(
            SHAPES + "stages:\n- mri: {}",
            "4:3: mri: needs CONTRAST, which nothing before it gives; these do: intensity"),
        refused(
            SHAPES + "stages:\n- noise: {}\n- intensity: {}\n- mri: {}",
            "4:3: noise: needs IMAGE, which nothing before it gives; move it after mri"),
        refused(
            SHAPES + "sink: {null: {}}",
            "3:8: null: needs IMAGE, which nothing before it gives; these do: mri"),
        refused(
            SHAPES + "sink: null",
            "3:7: needs one plugin and its options, such as 'null: {}', got nothing"),
        refused(
            SHAPES + "sink: {nifti: {samplesPerShard: 0}}",
            "3:33: samplesPerShard: needs a whole number of at least 1, got 0"),
        refused(
            SHAPES + "sink: {nifti: {compress: yes}}",
            "3:26: compress: needs true or false, got 'yes'"),
        refused(
            SHAPES + "sink: {nifti: {directory: \"a\\0b\"}}",
            "3:27: directory: needs the name of a folder, got 'a b'"),
        refused(
            SHAPES + "sink: {nifti: {directory: }}", "3:26: directory: needs text, got nothing"),
        refused(
            MRI + "- noise: {}\nomit: [nose]",
            "7:8: omit: there is no stage 'nose'; did you mean 'noise'?"));
  }

  static Stream<Arguments> parameters() {
    return Stream.of(
        refused(
            "samples: ${n}\nsource: {shapes: {}}",
            "1:10: ${n}: no such parameter is declared; there is none"),
        refused(
            "parameters: {num: {}}\nsamples: ${nun}\nsource: {shapes: {}}",
            "2:10: ${nun}: no such parameter is declared; did you mean 'num'?"),
        refused(
            "parameters: {num: {description: how many}}\nsamples: ${num}",
            "1:14: num is missing: how many; give it by --set num=..."),
        refused(
            "parameters: {num: {default: '${num}'}}\nsamples: ${num}",
            "1:14: num: its default needs itself"),
        refused(
            "parameters: {recipe: {}}\n" + SHAPES,
            "1:14: parameters: needs a name of letters, digits, - and _ other than 'recipe', got 'recipe'"),
        refused(
            "parameters: {n: {standard: 1}}\n" + SHAPES,
            "1:18: standard: a parameter has no such key; valid: default, description"),
        refused(
            "parameters: {n: {default: x}}\nname: 'a ${n'",
            "2:7: needs '}' after '${n', or '$$' where no parameter is meant"),
        refused(
            "parameters: {n: {default: x}}\nsamples: ${n}\nsource: {shapes: {}}",
            "1:27: samples: needs a whole number, got 'x'"));
  }

  static Stream<Arguments> yaml() {
    return Stream.of(
        refused("", " is empty"),
        refused("# nothing\n", " is empty"),
        refused("- a\n- b", "1:1: needs a mapping, got a list"),
        refused("just text", "1:1: needs a mapping, got 'just text'"),
        refused(
            SHAPES + "---\nsamples: 1\nsource: {shapes: {}}\n",
            "3:1: needs one document, got another"),
        refused("samples: 1\nsamples: 2", "2:1: samples: stands here twice, first at line 1"),
        refused(
            "samples: 1\nsource:\n\tshapes: {}",
            "3:1: YAML: a tab cannot stand here; indent by spaces"),
        refused(SOURCE + "{shapes: {}", "2:20: YAML: expected ',' or '}', but got <stream end>"),
        refused(
            "samples: 1\n  source: {shapes: {}}", "2:9: YAML: mapping values are not allowed here"),
        refused("samples: @1", "1:10: YAML: found character '@' that cannot start any token."),
        refused("%YAML 9.3\n---\nsamples: 1", " YAML: needs 1.2, got 9.3"),
        refused("samples: !!int 1", "1:10: YAML: needs no tag, got tag:yaml.org,2002:int"),
        refused("samples: *one", "1:10: YAML: no anchor '&one' ends before this"),
        refused("samples: &a [*a]", "1:14: YAML: no anchor '&a' ends before this"),
        refused("? [a]\n: 1", "1:3: needs a key that is a name"),
        refused("name: \"a\u0001b\"", "1:9: YAML: U+0001 is not allowed"),
        refused("a: " + "[".repeat(100), "1:68: needs at most 64 levels"),
        refused(bomb(), "5:45: needs at most 100000 values, includes and aliases counted"),
        refused(
            "\"a\\nb\": 1",
            "1:1: a b: a recipe has no such key; valid: failures, include, model, name, omit, parameters, samples, seed, sink, source, stages, swap, test, training, validation"));
  }

  static Stream<Arguments> includes() {
    return Stream.of(
        refused("include: 5.yaml", "1:10: include: 5.yaml does not exist"),
        refused("include: [recipe.yaml]", "1:11: include: recipe.yaml includes itself"),
        refused("include: '${recipe}/x'", "1:10: include: x does not exist"),
        refused(
            SHAPES + "stages:\n- include: missing.yaml",
            "4:12: include: missing.yaml does not exist"));
  }

  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String alias = "*a" + (i - 1);
      text.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(9) + alias + "]\n");
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource({"recipeKeys", "plugins", "stages", "parameters", "yaml", "includes"})
  void isRefusedInOneLine(String recipe, String message) throws Exception {
    RecipeFolder recipes = new RecipeFolder(folder).write("recipe.yaml", recipe);
    assertEquals("recipe.yaml:" + message, recipes.refusal("recipe.yaml"));
  }
}
