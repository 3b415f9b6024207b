package org.variegate.raster;

import org.osgi.service.component.annotations.Component;
import org.variegate.api.Arena;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Resampler;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.space.Warp;

/**
 * Evaluates a map at the nodes of a lattice over the target grid, every 1, 2, 4 or 8 voxels as
 * {@link SpatialMap#linearWithin()} allows, and interpolates between them, row by row, in fixed
 * point: linearly, or first by a cubic to the middles of nodes where that does for lines.
 *
 * <p>Coordinates at the nodes are rounded to 2^-9 voxel or finer where the source has up to 256
 * voxels a side, to 2^-7 with up to 1024; a plane of 4096 pixels a side has 2^-8. A source so long
 * that less than 2^-4 remain is refused. Where the target's voxels fall on the source's voxels
 * along parallel axes (a crop, a flip), rows are copied.
 */
@Component(immediate = true)
public final class LatticeResampler implements Resampler {
  /** How far from a whole voxel a coordinate may be to count as whole. */
  private static final double WHOLE = 1e-5;

  @Override
  public Warp prepare(SpatialMap map, Arena arena) {
    VoxelMap voxels = new VoxelMap(map);
    Affine affine = voxels.affine();
    if (affine != null && aligned(affine, map)) {
      return new AlignedWarp(map, affine, arena);
    }
    return new LatticeWarp(map, new Lattice(voxels, arena), arena);
  }

  private static boolean aligned(Affine affine, SpatialMap map) {
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double sign = row == column ? Math.signum(affine.get(row, column)) : 0;
        double drift = Math.abs(affine.get(row, column) - sign) * map.target().length(column);
        if (!(drift < WHOLE) || row == column && sign == 0) {
          return false;
        }
      }
      double shift = affine.get(row, 3);
      if (!(Math.abs(shift - Math.rint(shift)) < WHOLE && Math.abs(shift) < 1 << 30)) {
        return false;
      }
    }
    return true;
  }
}
