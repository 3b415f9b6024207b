package org.variegate.api;

import org.osgi.annotation.versioning.ConsumerType;
import org.variegate.draws.Draws;

/** Changes a sample: its pose, deformation, contrast, resolution, noise. */
@ConsumerType
public interface Randomizer extends Stage {

  /**
   * Changes the sample in place.
   *
   * @param sample with all the parts this stage needs
   * @param draws this stage's draws for this sample
   */
  void randomize(Sample sample, Draws draws);
}
