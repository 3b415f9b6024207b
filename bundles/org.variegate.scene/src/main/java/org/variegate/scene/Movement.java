package org.variegate.scene;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * How something goes on from the moment of the picture. A pure function.
 *
 * @param <T> what moves, an {@link Instance} or a {@link Camera}
 */
@ConsumerType
@FunctionalInterface
public interface Movement<T> {

  /**
   * What becomes of it.
   *
   * @param now as it is at the moment of the picture
   * @param seconds after that moment, below 0 for before
   * @return as it is then; equal to {@code now} at 0
   */
  T after(T now, double seconds);
}
