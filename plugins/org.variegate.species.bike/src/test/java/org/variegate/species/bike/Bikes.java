package org.variegate.species.bike;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Genome;

/** Bicycles to test. */
final class Bikes {
  private Bikes() {}

  static Draws draws(int sample) {
    return new SampleDraws(3, sample, new DrawRecord(), Overrides.NONE).child("individual");
  }

  /** Four of each breed, every other one ridden. */
  static List<Genome> all() {
    return BikeSpecies.BREEDS.names().stream()
        .flatMap(
            breed ->
                IntStream.range(0, 4)
                    .mapToObj(i -> with(BikeSpecies.BREEDS.draw(breed, draws(i)), "rider", i % 2)))
        .toList();
  }

  static Genome with(Genome genome, String gene, double value) {
    TreeMap<String, Double> genes = new TreeMap<>(genome.genes());
    genes.put(gene, value);
    return new Genome(genome.breed(), genes);
  }
}
