package org.variegate.api;

import org.osgi.annotation.versioning.ConsumerType;
import org.variegate.draws.Draws;

/** Makes the image: colour from a scene; MRI, CT, PET or OCT from a label map. */
@ConsumerType
public interface Synthesizer extends Stage {

  /**
   * Puts the image into the sample.
   *
   * @param sample with all the parts this stage needs
   * @param draws this stage's draws for this sample
   */
  void synthesize(Sample sample, Draws draws);
}
