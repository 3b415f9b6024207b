package org.variegate.species.quadruped;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.variegate.draws.Draws;
import org.variegate.scene.Genome;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.RegrowingSpecies;
import org.variegate.scene.Species;
import org.variegate.scene.genome.Breeds;
import org.variegate.species.quadruped.grow.Growth;
import org.variegate.species.quadruped.motion.Motions;

/** Dogs of every breed in the table. */
@Component(service = Species.class, property = Species.PROPERTY + "=dog")
public final class Dog implements RegrowingSpecies {
  private final Breeds breeds = Breeds.of(Cat.class, "dog.breeds", Vocabulary.WORDS);

  @Activate
  public Dog() {}

  @Override
  public Genome genome(Draws draws) {
    return breeds.draw(draws);
  }

  @Override
  public Model grow(Genome genome) {
    Growth growth = new Growth(genome, false);
    return growth.model(growth.mesh(), Motions::of);
  }

  @Override
  public Model regrow(Genome genome, Mesh mesh) {
    return new Growth(genome, false).model(mesh, Motions::of);
  }

  @Override
  public List<String> keypoints() {
    return Landmarks.NAMES;
  }

  @Override
  public List<List<String>> skeleton() {
    return Landmarks.LINES;
  }

  Breeds breeds() {
    return breeds;
  }
}
