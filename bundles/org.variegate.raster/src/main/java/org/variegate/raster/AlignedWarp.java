package org.variegate.raster;

import org.variegate.api.Arena;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.space.Warp;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;

/** A move by whole voxels, with or without mirrored axes: rows are copied. */
final class AlignedWarp implements Warp {
  private final SpatialMap map;
  private final Arena arena;
  private final int[] sign = new int[3];
  private final int[] shift = new int[3];
  private final int begin;
  private final int end;

  /**
   * Prepares the copy.
   *
   * @param affine from target voxels to source voxels: diagonal of 1 and -1, whole translation
   */
  AlignedWarp(SpatialMap map, Affine affine, Arena arena) {
    this.map = map;
    this.arena = arena;
    for (int axis = 0; axis < 3; axis++) {
      sign[axis] = affine.get(axis, axis) > 0 ? 1 : -1;
      shift[axis] = (int) Math.rint(affine.get(axis, 3));
    }
    int nx = map.target().nx();
    int first = sign[0] > 0 ? -shift[0] : shift[0] - map.source().nx() + 1;
    begin = Math.max(0, Math.min(nx, first));
    end = Math.max(begin, Math.min(nx, first + map.source().nx()));
  }

  @Override
  public SpatialMap map() {
    return map;
  }

  @Override
  public LabelMap labels(LabelMap labels) {
    Grid target = map.target();
    if (labels.inBytes()) {
      byte[] to = arena.bytes(target.size());
      copy(labels.bytes(), 0, to, 0, new byte[target.nx()]);
      return LabelMap.of(target, labels.legend(), to);
    }
    short[] to = arena.shorts(target.size());
    copy(labels.shorts(), 0, to, 0, new short[target.nx()]);
    return LabelMap.of(target, labels.legend(), to);
  }

  @Override
  public Raster image(Raster image) {
    Grid target = map.target();
    float[] from = image.values();
    float[] to = arena.floats(Math.multiplyExact(target.size(), image.channels()));
    float[] zeros = new float[target.nx()];
    for (int c = 0; c < image.channels(); c++) {
      copy(from, c * map.source().size(), to, c * target.size(), zeros);
    }
    return new Raster(target, image.channels(), image.unit(), to);
  }

  /** Copies a channel between arrays of one type, with a row of zeros of that type. */
  private void copy(Object from, int fromOffset, Object to, int toOffset, Object zeros) {
    Grid source = map.source();
    Grid target = map.target();
    int nx = target.nx();
    int at = toOffset;
    for (int z = 0; z < target.nz(); z++) {
      int sz = sign[2] * z + shift[2];
      for (int y = 0; y < target.ny(); y++, at += nx) {
        int sy = sign[1] * y + shift[1];
        if (begin < end && sy >= 0 && sy < source.ny() && sz >= 0 && sz < source.nz()) {
          int first = sign[0] * begin + shift[0];
          System.arraycopy(zeros, 0, to, at, begin);
          row(from, fromOffset + first + source.nx() * (sy + source.ny() * sz), to, at + begin);
          System.arraycopy(zeros, 0, to, at + end, nx - end);
        } else {
          System.arraycopy(zeros, 0, to, at, nx);
        }
      }
    }
  }

  private void row(Object from, int first, Object to, int at) {
    int count = end - begin;
    if (sign[0] > 0) {
      System.arraycopy(from, first, to, at, count);
    } else if (from instanceof byte[] source && to instanceof byte[] target) {
      for (int i = 0; i < count; i++) {
        target[at + i] = source[first - i];
      }
    } else if (from instanceof short[] source && to instanceof short[] target) {
      for (int i = 0; i < count; i++) {
        target[at + i] = source[first - i];
      }
    } else if (from instanceof float[] source && to instanceof float[] target) {
      for (int i = 0; i < count; i++) {
        target[at + i] = source[first - i];
      }
    }
  }
}
