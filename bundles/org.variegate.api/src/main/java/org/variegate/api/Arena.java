package org.variegate.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Lends arrays that are taken back when the sample ends, so that a worker allocates its volumes
 * once. Their contents are undefined. Not thread-safe.
 */
@ProviderType
public interface Arena {

  /**
   * Lends an array.
   *
   * @param length its exact length
   * @return an array with undefined contents
   */
  float[] floats(int length);

  /**
   * Lends an array.
   *
   * @param length its exact length
   * @return an array with undefined contents
   */
  int[] ints(int length);

  /**
   * Lends an array.
   *
   * @param length its exact length
   * @return an array with undefined contents
   */
  short[] shorts(int length);

  /**
   * Lends an array.
   *
   * @param length its exact length
   * @return an array with undefined contents
   */
  byte[] bytes(int length);

  /**
   * Takes an array back before the sample ends. An array that was not lent is ignored.
   *
   * @param array nobody uses it any more
   */
  void release(Object array);
}
