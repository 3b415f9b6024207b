package org.variegate.draws;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The only source of randomness of a stage, for one sample.
 *
 * <p>Each value is asked for by name. A name stands for one draw of this stage and sample: to draw
 * it twice is an error, because a record could not tell the two apart; ask for several values at
 * once, or take a {@linkplain #child(String, int) child} for each. Names are made of letters,
 * digits and dashes.
 *
 * <p>Not thread-safe, as a sample is not; cheap enough to ask for in an outer loop. For a value per
 * voxel, take a {@linkplain #noise(String) field}.
 */
@ProviderType
public interface Draws {

  /**
   * Draws one value.
   *
   * @param name the draw's name
   * @param distribution what to draw it from
   * @return the value, of the distribution's support
   * @throws IllegalStateException if the name was drawn before
   */
  double sample(String name, Distribution distribution);

  /**
   * Draws several independent values under one name.
   *
   * @param name the draw's name
   * @param distribution what to draw each from
   * @param count how many, at least 0; a smaller count gives the first of the same values
   * @return a new array of {@code count} values
   * @throws IllegalArgumentException if the count is negative
   * @throws IllegalStateException if the name was drawn before
   */
  double[] sample(String name, Distribution distribution, int count);

  /**
   * Draws whether something happens.
   *
   * @param name the draw's name
   * @param probability of {@code true}, in [0, 1]
   * @return true with that probability
   * @throws IllegalArgumentException if the probability is not in [0, 1]
   */
  boolean chance(String name, double probability);

  /**
   * Draws an index, each equally likely.
   *
   * @param name the draw's name
   * @param count how many there are, at least 1
   * @return an index in [0, count)
   * @throws IllegalArgumentException if there is none to choose from
   */
  int index(String name, int count);

  /**
   * Draws one of several items, each equally likely. The record names it by its {@code toString()}.
   *
   * @param name the draw's name
   * @param items at least one
   * @return one of them
   * @throws IllegalArgumentException if there are none
   */
  <T> T choose(String name, List<T> items);

  /**
   * Draws one of several items by their weights. The record names it by its {@code toString()}.
   *
   * @param name the draw's name
   * @param items with their weights
   * @return one of them
   */
  <T> T choose(String name, Weighted<T> items);

  /**
   * A field of random values, one for each index, to be evaluated anywhere in any order.
   *
   * @param name the field's name
   * @return the field, which belongs to this thread
   */
  Noise noise(String name);

  /**
   * The draws of a part of this stage, independent of all others.
   *
   * @param name the part's name
   * @return its draws
   */
  Draws child(String name);

  /**
   * The draws of one of several like parts: the third occluder, the second view.
   *
   * @param name what they are
   * @param index which of them, at least 0
   * @return its draws
   */
  Draws child(String name, int index);

  /**
   * The draws of something that samples share: individual 12 of a population, room 3 of a house.
   * They depend on the dataset's seed, on this place and name and on the index, not on the sample:
   * whichever sample asks, the values are the same.
   *
   * @param name unique within this stream
   * @param index which of them, at least 0
   * @return a stream of its own, whose draws are recorded in each sample that makes them
   */
  Draws shared(String name, int index);
}
