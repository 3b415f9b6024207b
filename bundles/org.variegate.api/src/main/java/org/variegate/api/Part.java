package org.variegate.api;

import org.variegate.api.volume.Contrast;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;

/**
 * The key of a part of a sample. Whoever brings a new kind of part declares a constant of this
 * type, and shares it with those that use it.
 *
 * @param name upper-case letters, as in {@link Plugin#needs()}
 * @param type of the values
 */
public record Part<T>(String name, Class<T> type) {
  /** Integer labels on a grid. */
  public static final Part<LabelMap> LABELS = new Part<>("LABELS", LabelMap.class);

  /** The image. */
  public static final Part<Raster> IMAGE = new Part<>("IMAGE", Raster.class);

  /** What each label looks like. */
  public static final Part<Contrast> CONTRAST = new Part<>("CONTRAST", Contrast.class);

  // written out: those of a record are put together at their first use, which every start waits for

  @Override
  public boolean equals(Object other) {
    return other instanceof Part<?> part && name.equals(part.name) && type == part.type;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
