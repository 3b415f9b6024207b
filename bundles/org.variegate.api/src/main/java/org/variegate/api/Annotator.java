package org.variegate.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Derives truth from what the sample knows, without a draw: boxes, masks, merged labels. */
@ConsumerType
public interface Annotator extends Stage {

  /**
   * Adds annotations or parts to the sample.
   *
   * @param sample with all the parts this stage needs
   */
  void annotate(Sample sample);
}
