package org.variegate.api.space;

import org.osgi.annotation.versioning.ProviderType;
import org.variegate.api.Arena;

/** A service that carries parts of samples through spatial maps. */
@ProviderType
public interface Resampler {

  /**
   * Evaluates the map once for all parts.
   *
   * @param map what to do
   * @param arena lends the buffers of the results
   * @return the map made ready
   */
  Warp prepare(SpatialMap map, Arena arena);
}
