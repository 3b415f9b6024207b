package org.variegate.species.car;

import java.util.List;
import java.util.stream.IntStream;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Genome;

/** Cars to test. */
final class Cars {
  private Cars() {}

  static Draws draws(int sample) {
    return new SampleDraws(3, sample, new DrawRecord(), Overrides.NONE).child("individual");
  }

  /** Four of each breed. */
  static List<Genome> all() {
    return CarSpecies.BREEDS.names().stream()
        .flatMap(
            breed -> IntStream.range(0, 4).mapToObj(i -> CarSpecies.BREEDS.draw(breed, draws(i))))
        .toList();
  }
}
