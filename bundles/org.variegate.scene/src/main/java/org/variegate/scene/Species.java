package org.variegate.scene;

import org.osgi.annotation.versioning.ConsumerType;
import org.variegate.draws.Draws;

/**
 * A class of parametric subjects, such as cats: an OSGi service with the property {@value
 * #PROPERTY}. Stateless and thread-safe.
 */
@ConsumerType
public interface Species {
  /** The name of the service property that holds the class. */
  String PROPERTY = "variegate.species";

  /**
   * Draws an individual's genome: all that makes it differ from others, breed, age and coat
   * included.
   *
   * @param draws of the individual
   * @return the genome
   */
  Genome genome(Draws draws);

  /**
   * Makes the individual: mesh, materials, skeleton, motions.
   *
   * @param genome of this species; equal genomes give equal models, to the last bit
   * @return the model
   */
  Model grow(Genome genome);

  /**
   * The keypoints of its individuals.
   *
   * @return what all of them name
   */
  default Landmarks landmarks() {
    return Landmarks.NONE;
  }
}
