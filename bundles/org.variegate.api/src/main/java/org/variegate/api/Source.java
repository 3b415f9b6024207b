package org.variegate.api;

import org.osgi.annotation.versioning.ConsumerType;
import org.variegate.draws.Draws;

/**
 * Opens a sample: picks or makes its scene, label map or image. A pipeline is a source too, so that
 * pipelines nest: a source that combines others takes them as references to services of this type.
 */
@ConsumerType
public interface Source extends Stage {

  /**
   * Puts the sample's first parts into it.
   *
   * @param sample empty, or what an outer source has put there
   * @param draws this stage's draws for this sample
   */
  void open(Sample sample, Draws draws);
}
