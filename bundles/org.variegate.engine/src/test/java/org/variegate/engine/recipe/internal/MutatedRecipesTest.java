package org.variegate.engine.recipe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.RecipeReader;

/** Whatever a recipe has become, it is read, or refused in one line; nothing else is thrown. */
class MutatedRecipesTest {
  private static final String RECIPE =
      """
      parameters: {n: {default: 40}, p: {description: d, default: "${recipe}/x"}}
      seed: 0x1F
      samples: ${n}
      source:
        mix:
          ratio: [1, 2.5]
          sources:
            - labelmap: {path: "${p}", orientation: RAS}
            - pipeline: {source: {shapes: {size: [3, 4, 5]}}, stages: [{flip: {}}]}
      stages:
      - intensity:
      - mri: {}
      - noise: &a {sigma: "uniform(0, 3)"}
      - noise: {id: two, sigma: 'normal(0, ${n})'}
      omit: [two]
      sink: {nifti: {directory: a, samplesPerShard: 7}}
      failures: {maximum: 0.5}
      """;
  private static final String CHARACTERS = "{}[]:,-#&*!|>'\"%@`$ \n\t0aA.~?\u00e9\u0001\\<=";
  private static final List<String> ASSIGNMENTS =
      List.of(
          "n=[1, 2]",
          "source.sources[1].stages.flip.probability=0.1",
          "source.sources[0]=3",
          "stages.two=blur",
          "sink=null",
          "name=");

  private final RecipeReader reader = new RecipeReader(ListedPlugins.ALL);
  private final Random random = new Random(5);

  private String mutated() {
    StringBuilder text = new StringBuilder(RECIPE);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(text.length() - 20);
      int end = at + (random.nextBoolean() ? random.nextInt(2) : random.nextInt(20));
      char insert = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
      text.replace(at, end, random.nextBoolean() ? String.valueOf(insert) : "");
    }
    return text.toString();
  }

  private boolean isRead(String text, List<String> assignments) throws RecipeException {
    Recipe recipe;
    try {
      recipe = reader.read(text, Path.of("r.yaml"), assignments);
    } catch (RecipeException e) {
      assertFalse(e.getMessage().contains("\n"), e.getMessage());
      return false;
    }
    Recipe again = reader.read(recipe.resolved(), Path.of("again.yaml"), List.of());
    assertEquals(recipe.resolved(), again.resolved());
    return true;
  }

  @Test
  void isReadOrRefused() throws Exception {
    int read = 0;
    for (int i = 0; i < 300; i++) {
      int assignment = random.nextInt(3 * ASSIGNMENTS.size());
      boolean some = assignment < ASSIGNMENTS.size();
      read += isRead(mutated(), some ? List.of(ASSIGNMENTS.get(assignment)) : List.of()) ? 1 : 0;
    }
    assertTrue(read > 30 && read < 270, read + " of 300 were read");
  }
}
