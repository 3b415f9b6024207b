package org.variegate.raster;

import java.util.ArrayList;
import java.util.List;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.space.Transform;

/** A spatial map from voxel coordinates of the target to voxel coordinates of the source. */
final class VoxelMap {
  private final Grid source;
  private final Grid target;
  private final double linearWithin;
  private final List<Transform> steps = new ArrayList<>();

  VoxelMap(SpatialMap map) {
    source = map.source();
    target = map.target();
    linearWithin = map.linearWithin();
    add(target.toWorld());
    map.transforms().forEach(this::add);
    add(source.toWorld().inverse());
  }

  private void add(Transform next) {
    int last = steps.size() - 1;
    if (last >= 0 && next instanceof Affine b && steps.get(last) instanceof Affine a) {
      steps.set(last, b.after(a));
    } else {
      steps.add(next);
    }
  }

  Grid source() {
    return source;
  }

  Grid target() {
    return target;
  }

  double linearWithin() {
    return linearWithin;
  }

  /** The whole map, if it is affine, else null. */
  Affine affine() {
    return steps.size() == 1 && steps.get(0) instanceof Affine a ? a : null;
  }

  void apply(double[] points, int count) {
    for (Transform step : steps) {
      step.apply(points, count);
    }
  }
}
