package org.variegate.api.task;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a network keeps of a sample: its input, and what it should say. Immutable; outlives the
 * sample and holds none of its buffers.
 */
@ConsumerType
public interface Example {

  /**
   * How much memory it takes.
   *
   * @return bytes, roughly
   */
  long bytes();
}
