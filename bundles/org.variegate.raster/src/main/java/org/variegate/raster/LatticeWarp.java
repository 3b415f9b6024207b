package org.variegate.raster;

import org.variegate.api.Arena;
import org.variegate.api.space.Grid;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.space.Warp;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;

/** Looks up each voxel of the target where the lattice says. */
final class LatticeWarp implements Warp {
  private final SpatialMap map;
  private final Lattice lattice;
  private final Arena arena;

  LatticeWarp(SpatialMap map, Lattice lattice, Arena arena) {
    this.map = map;
    this.lattice = lattice;
    this.arena = arena;
  }

  @Override
  public SpatialMap map() {
    return map;
  }

  @Override
  public LabelMap labels(LabelMap labels) {
    Grid target = map.target();
    int[] places = arena.ints(target.nx());
    NearestRow nearest = new NearestRow(map.source(), lattice.bits(), places);
    LabelMap moved;
    if (labels.inBytes()) {
      byte[] out = arena.bytes(target.size());
      byte[] in = labels.bytes();
      lattice.rows((at, x, y, z, i) -> copy(in, nearest.find(x, y, z, i), out, at, i));
      moved = LabelMap.of(target, labels.legend(), out);
    } else {
      short[] out = arena.shorts(target.size());
      short[] in = labels.shorts();
      lattice.rows((at, x, y, z, i) -> copy(in, nearest.find(x, y, z, i), out, at, i));
      moved = LabelMap.of(target, labels.legend(), out);
    }
    arena.release(places);
    return moved;
  }

  private static void copy(byte[] in, int[] places, byte[] out, int at, boolean inside) {
    if (inside) {
      for (int i = 0; i < places.length; i++) {
        out[at + i] = in[places[i]];
      }
    } else {
      for (int i = 0; i < places.length; i++) {
        out[at + i] = places[i] < 0 ? 0 : in[places[i]];
      }
    }
  }

  private static void copy(short[] in, int[] places, short[] out, int at, boolean inside) {
    if (inside) {
      for (int i = 0; i < places.length; i++) {
        out[at + i] = in[places[i]];
      }
    } else {
      for (int i = 0; i < places.length; i++) {
        out[at + i] = places[i] < 0 ? 0 : in[places[i]];
      }
    }
  }

  @Override
  public Raster image(Raster image) {
    Grid target = map.target();
    float[] in = image.values();
    float[] out = arena.floats(Math.multiplyExact(target.size(), image.channels()));
    LinearRow linear = new LinearRow(map.source(), lattice.bits());
    lattice.rows(
        (at, x, y, z, inside) -> {
          for (int c = 0; c < image.channels(); c++) {
            linear.take(in, c * map.source().size(), x, y, z, out, at + c * target.size());
          }
        });
    return new Raster(target, image.channels(), image.unit(), out);
  }
}
