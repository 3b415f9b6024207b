package org.variegate.engine.internal.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class RecipeDifferenceTest {
  private static final String RECIPE =
      "seed: 7\nsamples: 10\nstages:\n  - noise: {sigma: 3}\n  - flip: {axes: [x, y]}\n";

  @Test
  void ignoresWhatChangesNoSample() {
    assertNull(RecipeDifference.first(RECIPE, RECIPE));
    assertNull(RecipeDifference.first(RECIPE, RECIPE.replace("samples: 10", "samples: 20")));
    assertNull(RecipeDifference.first(RECIPE, RECIPE + "failures:\n  maximum: 0.5\n"));
    assertNull(RecipeDifference.first(RECIPE + "swap:\n  timeout: 5\n", RECIPE));
  }

  @Test
  void namesTheFirstKeyThatDiffers() {
    assertEquals(
        "stages[0].noise.sigma is 3 there, 4 in the recipe",
        RecipeDifference.first(RECIPE, RECIPE.replace("sigma: 3", "sigma: 4")));
    assertEquals(
        "stages[1].flip.axes[1] is y there, not given in the recipe",
        RecipeDifference.first(RECIPE, RECIPE.replace("[x, y]", "[x]")));
    assertEquals(
        "name is not given there, n in the recipe",
        RecipeDifference.first(RECIPE, RECIPE + "name: n\n"));
  }
}
