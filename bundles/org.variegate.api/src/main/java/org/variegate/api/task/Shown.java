package org.variegate.api.task;

import java.util.List;
import org.variegate.api.volume.Raster;

/**
 * A sample, what is true of it, and what a network says of it, as a person may judge them.
 *
 * @param pictures at least one, of one plane and 1 or 3 channels, in linear light or sRGB; in the
 *     order they are looked at, such as an image, the same with what is true drawn over it, and
 *     with what was said
 * @param truth in a few words; empty if nobody knows it
 * @param prediction in a few words
 * @param verdict whether the network is right
 */
public record Shown(List<Raster> pictures, String truth, String prediction, Verdict verdict) {

  /** Whether a prediction is right. */
  public enum Verdict {
    /** It is. */
    RIGHT,
    /** It is not. */
    WRONG,
    /** Nobody knows, or there is no such thing as right. */
    OPEN
  }

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no picture
   */
  public Shown {
    pictures = List.copyOf(pictures);
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("pictures: needs at least one, got none");
    }
  }
}
