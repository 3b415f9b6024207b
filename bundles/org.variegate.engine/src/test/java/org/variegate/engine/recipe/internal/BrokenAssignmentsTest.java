package org.variegate.engine.recipe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake after {@code --set} is refused in one line that repeats it. */
class BrokenAssignmentsTest {
  private static final String RECIPE =
      """
      parameters: {labels: {default: 3}}
      samples: 1
      source:
        mix:
          sources:
            - shapes: {labels: "${labels}"}
            - {source: {shapes: {}}, stages: [{flip: {}}]}
      stages: [{flip: {}}, {intensity: {}}, {mri: {}}]
      sink: {nifti: {}}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "labels -> needs key=value",
        "=3 -> needs key=value",
        "lables=3 -> there is no 'lables'; did you mean 'labels'?",
        "sample=3 -> there is no 'sample'; did you mean 'samples'?",
        "include=x -> there is no 'include'; valid: failures, labels, model, name, omit, samples, seed, sink, source, stages, swap, test, training, validation",
        "samples=many -> samples: needs a whole number, got 'many'",
        "samples= -> samples: needs a whole number, got ''",
        "samples=[1, 2] -> samples: needs a whole number, got a list",
        "labels=300 -> labels: needs a whole number from 1 to 255, got 300",
        "failures.maximun=1 -> maximun: failures has no such key; did you mean 'maximum'?",
        "failures=1 -> failures: needs a mapping, got 1",
        "stages=3 -> needs a stage, such as stages.noise.sigma",
        "stages.flop.probability=1 -> there is no 'flop'; did you mean 'flip'?",
        "stages.flip.probabilty=1 -> probabilty: flip has no such key; did you mean 'probability'?",
        "stages.flip.probability=x -> probability: needs a number, got 'x'",
        "stages..probability=x -> needs a path such as stages.noise.sigma, got 'stages..probability'",
        "stages.flip=niftu -> niftu: no such plugin is installed; valid: blur, flip, intensity, mri, noise, over",
        "source.source.labels=1 -> there is no 'source'; did you mean 'sources'?",
        "source.sources[2].source.labels=1 -> sources[2]: needs an index below 2",
        "source.sources[0].labels=1 -> there is no 'labels'; valid: source",
        "source.sources[0].source.labels=0 -> labels: needs a whole number from 1 to 255, got 0",
        "source.sources[1].stages.flap.id=a -> there is no 'flap'; did you mean 'flip'?",
        "sink.directory= -> directory: needs text that is not empty, got ''",
        "sink=nul -> nul: no such plugin is installed; did you mean 'null'?",
        "omit=[flop] -> omit: there is no stage 'flop'; did you mean 'flip'?",
        "name=[[a]] -> needs a list of values, got a list in it",
      })
  void isRefusedInOneLine(String assignment, String message) throws Exception {
    RecipeFolder recipes = new RecipeFolder(folder).write("recipe.yaml", RECIPE);
    assertEquals(
        "--set " + assignment + ": " + message, recipes.refusal("recipe.yaml", assignment));
  }
}
