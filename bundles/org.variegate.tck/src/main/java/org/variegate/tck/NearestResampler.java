package org.variegate.tck;

import org.variegate.api.Arena;
import org.variegate.api.space.Grid;
import org.variegate.api.space.Resampler;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.space.Warp;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;

/** Takes the nearest voxel, for labels and images alike, and evaluates the map at every voxel. */
final class NearestResampler implements Resampler {

  @Override
  public Warp prepare(SpatialMap map, Arena arena) {
    return new Nearest(map, arena, sources(map));
  }

  /** For each voxel of the target the index of its source, or -1 where it lies outside. */
  private static int[] sources(SpatialMap map) {
    Grid target = map.target();
    double[] points = new double[3 * target.size()];
    for (int i = 0; i < target.size(); i++) {
      points[3 * i] = i % target.nx();
      points[3 * i + 1] = i / target.nx() % target.ny();
      points[3 * i + 2] = i / target.nx() / target.ny();
    }
    target.toWorld().apply(points, target.size());
    map.apply(points, target.size());
    map.source().toWorld().inverse().apply(points, target.size());
    int[] sources = new int[target.size()];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = source(map.source(), points[3 * i], points[3 * i + 1], points[3 * i + 2]);
    }
    return sources;
  }

  private static int source(Grid grid, double x, double y, double z) {
    long i = Math.round(x);
    long j = Math.round(y);
    long k = Math.round(z);
    boolean inside = i >= 0 && i < grid.nx() && j >= 0 && j < grid.ny() && k >= 0 && k < grid.nz();
    return inside ? (int) (i + grid.nx() * (j + grid.ny() * k)) : -1;
  }

  private record Nearest(SpatialMap map, Arena arena, int[] sources) implements Warp {

    @Override
    public LabelMap labels(LabelMap labels) {
      if (labels.inBytes()) {
        byte[] moved = arena.bytes(sources.length);
        for (int i = 0; i < moved.length; i++) {
          moved[i] = sources[i] < 0 ? 0 : labels.bytes()[sources[i]];
        }
        return LabelMap.of(map.target(), labels.legend(), moved);
      }
      short[] moved = arena.shorts(sources.length);
      for (int i = 0; i < moved.length; i++) {
        moved[i] = sources[i] < 0 ? 0 : labels.shorts()[sources[i]];
      }
      return LabelMap.of(map.target(), labels.legend(), moved);
    }

    @Override
    public Raster image(Raster image) {
      float[] values = image.values();
      float[] moved = arena.floats(sources.length * image.channels());
      for (int i = 0; i < moved.length; i++) {
        int source = sources[i % sources.length];
        int channel = i / sources.length;
        moved[i] = source < 0 ? 0 : values[source + channel * map.source().size()];
      }
      return new Raster(map.target(), image.channels(), image.unit(), moved);
    }
  }
}
