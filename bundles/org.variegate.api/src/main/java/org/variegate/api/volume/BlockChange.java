package org.variegate.api.volume;

import org.osgi.annotation.versioning.ConsumerType;

/** A change of each voxel of an image by itself. */
@ConsumerType
@FunctionalInterface
public interface BlockChange {

  /**
   * Changes a block in place. Blocks come in the order of memory, each once, on one thread.
   *
   * @param values the image's values
   * @param block which of them to change: {@code block.count()} from {@code block.from()} on
   */
  void apply(float[] values, Block block);
}
