package org.variegate.model.registration.measure;

/** How badly two views lie on each other where a displacement moves one of them. */
@FunctionalInterface
public interface Measure {

  /**
   * The loss, and its derivative.
   *
   * @param field displacement in voxels, [3, nz, ny, nx]
   * @param byField the derivative is added to it
   * @return the loss; the less, the better they lie
   */
  double of(float[] field, float[] byField);
}
