package org.variegate.scene;

import org.variegate.api.space.Grid;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.space.Warp;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;

/** Takes each pixel from where its middle comes from. */
record Nearest(SpatialMap map) implements Warp {
  @Override
  public Raster image(Raster from) {
    Grid to = map.target();
    float[] values = new float[from.channels() * to.size()];
    for (int i = 0; i < to.size(); i++) {
      double[] p = {i % to.nx(), i / to.nx(), 0};
      to.toWorld().apply(p, 1);
      map.apply(p, 1);
      from.grid().toWorld().inverse().apply(p, 1);
      int at = (int) Math.round(p[1]) * from.grid().nx() + (int) Math.round(p[0]);
      for (int c = 0; c < from.channels(); c++) {
        values[i + c * to.size()] = from.values()[at + c * from.grid().size()];
      }
    }
    return new Raster(to, from.channels(), from.unit(), values);
  }

  @Override
  public LabelMap labels(LabelMap from) {
    throw new UnsupportedOperationException("labels: needs none, got " + from);
  }
}
