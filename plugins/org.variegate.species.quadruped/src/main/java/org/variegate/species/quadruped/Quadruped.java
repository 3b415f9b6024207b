package org.variegate.species.quadruped;

import org.variegate.draws.Draws;
import org.variegate.scene.Genome;
import org.variegate.scene.Landmarks;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.RegrowingSpecies;
import org.variegate.scene.genome.Breeds;
import org.variegate.species.quadruped.grow.Growth;
import org.variegate.species.quadruped.motion.Motions;

/** What cats and dogs have in common: all but their breeds, and how they grow. */
abstract class Quadruped implements RegrowingSpecies {
  private final Breeds breeds;
  private final boolean cat;

  /**
   * A species.
   *
   * @param table name of the file of its breeds
   * @param cat or dog
   */
  Quadruped(String table, boolean cat) {
    breeds = Breeds.of(Quadruped.class, table, Vocabulary.WORDS);
    this.cat = cat;
  }

  @Override
  public final Genome genome(Draws draws) {
    return breeds.draw(draws);
  }

  @Override
  public final Model grow(Genome genome) {
    Growth growth = new Growth(genome, cat);
    return growth.model(growth.mesh(), Motions::of);
  }

  @Override
  public final Model regrow(Genome genome, Mesh mesh) {
    return new Growth(genome, cat).model(mesh, Motions::of);
  }

  @Override
  public final Landmarks landmarks() {
    return Marks.ALL;
  }

  final Breeds breeds() {
    return breeds;
  }
}
