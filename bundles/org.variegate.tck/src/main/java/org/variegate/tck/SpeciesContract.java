package org.variegate.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Genome;
import org.variegate.scene.Keypoint;
import org.variegate.scene.Species;

/** The rules of a species. */
public interface SpeciesContract {
  /** How many of them are grown. */
  int INDIVIDUALS = 4;

  /**
   * What is tested.
   *
   * @return the species
   */
  Species species();

  /** Individuals have the keypoints that their species names, all of them and no others. */
  @Test
  default void keypointsAreThoseOfTheSpecies() {
    Species species = species();
    for (int sample = 0; sample < INDIVIDUALS; sample++) {
      SampleDraws draws = new SampleDraws(7, sample, new DrawRecord(), Overrides.NONE);
      Genome genome = species.genome(draws.child("individual"));
      assertEquals(
          new TreeSet<>(species.landmarks().names()),
          new TreeSet<>(species.grow(genome).keypoints().stream().map(Keypoint::name).toList()),
          genome.breed());
    }
  }
}
