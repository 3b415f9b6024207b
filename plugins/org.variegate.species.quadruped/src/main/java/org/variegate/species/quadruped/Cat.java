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

/** Cats of every breed in the table. */
@Component(service = Species.class, property = Species.PROPERTY + "=cat")
public final class Cat implements RegrowingSpecies {
  private final Breeds breeds = Breeds.of(Cat.class, "cat.breeds", Vocabulary.WORDS);

  @Activate
  public Cat() {}

  @Override
  public Genome genome(Draws draws) {
    return breeds.draw(draws);
  }

  @Override
  public Model grow(Genome genome) {
    Growth growth = new Growth(genome, true);
    return growth.model(growth.mesh(), Motions::of);
  }

  @Override
  public Model regrow(Genome genome, Mesh mesh) {
    return new Growth(genome, true).model(mesh, Motions::of);
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
