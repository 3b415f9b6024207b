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

  /** Integer labels as a network learns them, on the sample's grid. */
  public static final Part<LabelMap> TARGETS = new Part<>("TARGETS", LabelMap.class);

  /** Signed distance in mm to the surface of what is sought: above 0 outside, below 0 inside. */
  public static final Part<Raster> DISTANCE = new Part<>("DISTANCE", Raster.class);

  /** The image of a head without what a network took for no brain, which is 0. */
  public static final Part<Raster> STRIPPED = new Part<>("STRIPPED", Raster.class);

  /** Of a pair of views, the one that is to be brought onto the sample's own. */
  public static final Part<Sample> MOVING = new Part<>("MOVING", Sample.class);

  /**
   * Of a pair of views, where the moving one shows what the sample shows: three channels, x, y and
   * z of the way there in mm along the axes of the world, on the sample's grid. A vector is not
   * turned by spatial stages that come later, so none may.
   */
  public static final Part<Raster> DISPLACEMENT = new Part<>("DISPLACEMENT", Raster.class);

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
