package org.variegate.species.quadruped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Genome;
import org.variegate.scene.Species;
import org.variegate.scene.genome.Breeds;

class BreedsTest {
  private static final Map<Species, Breeds> ALL =
      Map.of(new Cat(), new Cat().breeds(), new Dog(), new Dog().breeds());

  @Test
  void everyGeneLiesInItsBreedsRange() {
    ALL.forEach(
        (species, breeds) -> {
          for (String breed : breeds.names()) {
            for (int k = 0; k < 20; k++) {
              Genome genome = breeds.draw(breed, GrowthTest.draws(k));
              genome
                  .genes()
                  .forEach(
                      (gene, value) ->
                          assertTrue(breeds.allows(breed, gene, value), breed + " " + gene));
            }
          }
        });
  }

  /** Of 2500 individuals, the rarest breed, 1 of 57, is missed once in 10^18. */
  @Test
  void everyBreedComes() {
    ALL.forEach(
        (species, breeds) -> {
          Set<String> seen = new HashSet<>();
          for (int k = 0; k < 2500; k++) {
            seen.add(species.genome(GrowthTest.draws(k)).breed());
          }
          assertEquals(Set.copyOf(breeds.names()), seen);
        });
  }

  @Test
  void individualsDiffer() {
    Species cat = new Cat();
    assertNotEquals(cat.genome(GrowthTest.draws(1)), cat.genome(GrowthTest.draws(2)));
    assertEquals(cat.genome(GrowthTest.draws(1)), cat.genome(GrowthTest.draws(1)));
  }

  @Test
  void theYoungAreSmallWithLargeHeads() {
    Genome adult = new Dog().breeds().draw("beagle", GrowthTest.draws(1));
    Map<String, Double> genes = new java.util.TreeMap<>(adult.genes());
    genes.put("age", 0.2);
    var grown = new org.variegate.species.quadruped.anatomy.Traits(adult, false);
    var puppy =
        new org.variegate.species.quadruped.anatomy.Traits(new Genome("beagle", genes), false);
    assertTrue(puppy.height() < 0.65 * grown.height() / (1 - 0.58 * grown.young()));
    assertTrue(puppy.of("head") > grown.gene("head"));
    assertTrue(puppy.of("muzzle") < grown.gene("muzzle"));
  }

  @Test
  void vocabulariesAreClosed() {
    assertEquals(List.of("erect", "drop", "tipped", "rose"), Vocabulary.WORDS.get("ear"));
  }
}
