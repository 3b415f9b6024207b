package org.variegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {

  @ParameterizedTest
  @CsvSource({
    "labels=a.nii.gz, true",
    "samples=3, true",
    "stages.noise.sigma=3, true",
    "source.size=3, true",
    "swap.timeout=1, true",
    "noise.sigma=3, false",
    "deformation.rotation[1]=5, false",
    "mix.sources[1].noise.sigma=0.5, false"
  })
  void drawsAreToldFromTheRecipesOwnKeys(String assignment, boolean ofRecipe) {
    assertEquals(ofRecipe, Replay.isOfRecipe(assignment));
  }
}
