package org.variegate.api.space;

import org.osgi.annotation.versioning.ProviderType;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;

/** A spatial map made ready, so that all parts of a sample share its coordinates. */
@ProviderType
public interface Warp {

  /**
   * What it does.
   *
   * @return the map
   */
  SpatialMap map();

  /**
   * Moves labels by nearest neighbour; outside the source lies the legend's first entry.
   *
   * @param labels on the map's source grid
   * @return labels on its target grid
   */
  LabelMap labels(LabelMap labels);

  /**
   * Moves an image by linear interpolation; outside the source lies 0.
   *
   * @param image on the map's source grid
   * @return the image on its target grid
   */
  Raster image(Raster image);
}
