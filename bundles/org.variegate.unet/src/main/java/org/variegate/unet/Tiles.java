package org.variegate.unet;

import java.util.Arrays;

/**
 * Looks at a volume of any size piece by piece. Tiles overlap, and where they do, what is said of a
 * voxel counts the more the farther it is from its tile's border: weights rise linearly along each
 * axis, and are multiplied. Planes are handed out as soon as no later tile reaches them, so that
 * only as many are kept as a tile is deep.
 */
public final class Tiles {
  private final int multiple;
  private final int[] size;
  private final double overlap;

  /** Looks at a tile. */
  @FunctionalInterface
  public interface Work {
    /**
     * What is said of a tile.
     *
     * @param size [nx, ny, nz] voxels of the tile
     * @param image [channels, nz, ny, nx], x fastest; not to be kept
     * @return [outputs, nz, ny, nx]
     */
    float[] of(int[] size, float[] image);
  }

  /** Takes what was said of a plane. */
  @FunctionalInterface
  public interface Plane {
    /**
     * Takes a plane.
     *
     * @param z its number
     * @param outputs [outputs][ny nx]; not to be kept
     */
    void take(int z, float[][] outputs);
  }

  /**
   * Tiles for a network.
   *
   * @param shape of the network
   * @param length of a tile along each axis, at most, in voxels
   * @param overlap the least part of a tile that the next one shares, 0 up to 0.9
   * @throws IllegalArgumentException if the length is less than the network's multiple, or the
   *     overlap out of range
   */
  public Tiles(UNetShape shape, int length, double overlap) {
    multiple = shape.multiple();
    if (length < multiple) {
      throw new IllegalArgumentException(
          "tile: needs at least " + multiple + " voxels for its levels, got " + length);
    }
    if (!(overlap >= 0 && overlap <= 0.9)) {
      throw new IllegalArgumentException("overlap: needs 0 to 0.9, got " + overlap);
    }
    int most = length / multiple * multiple;
    size = new int[] {most, most, shape.dimensions() == 3 ? most : 1};
    this.overlap = overlap;
  }

  /**
   * Looks at a whole volume. Where it is smaller than a tile, its border is repeated.
   *
   * @param volume [nx, ny, nz] voxels
   * @param image [channels, nz, ny, nx], x fastest
   * @param work looks at each tile
   * @param planes takes the outputs, plane by plane
   */
  public void each(int[] volume, float[] image, Work work, Plane planes) {
    int[] tile = new int[3];
    int[][] starts = new int[3][];
    for (int axis = 0; axis < 3; axis++) {
      tile[axis] = tile(axis, volume[axis]);
      starts[axis] = starts(volume[axis], tile[axis]);
    }
    Band band = new Band(volume, tile);
    Piece piece = new Piece(volume, tile, image);
    for (int z : starts[2]) {
      band.moveTo(z, planes);
      for (int y : starts[1]) {
        for (int x : starts[0]) {
          band.add(x, y, work.of(tile.clone(), piece.at(x, y, z)));
        }
      }
    }
    band.moveTo(volume[2], planes);
  }

  private int tile(int axis, int length) {
    int whole = size[axis] == 1 ? 1 : (length + multiple - 1) / multiple * multiple;
    return Math.min(size[axis], whole);
  }

  private int[] starts(int length, int tile) {
    if (length <= tile) {
      return new int[] {0};
    }
    int stride = Math.max(1, (int) (tile * (1 - overlap)));
    int more = (length - tile + stride - 1) / stride;
    int[] starts = new int[more + 1];
    for (int i = 0; i <= more; i++) {
      starts[i] = (int) ((long) i * (length - tile) / more);
    }
    return starts;
  }

  /** The image in a tile. */
  private static final class Piece {
    private final int[] volume;
    private final int[] tile;
    private final float[] image;
    private final float[] values;

    Piece(int[] volume, int[] tile, float[] image) {
      this.volume = volume;
      this.tile = tile;
      this.image = image;
      int channels = image.length / (volume[0] * volume[1] * volume[2]);
      values = new float[channels * tile[0] * tile[1] * tile[2]];
    }

    float[] at(int x, int y, int z) {
      int rows = values.length / tile[0];
      for (int row = 0; row < rows; row++) {
        int j = Math.min(y + row % tile[1], volume[1] - 1);
        int k = Math.min(z + row / tile[1] % tile[2], volume[2] - 1);
        int channel = row / tile[1] / tile[2];
        int from = volume[0] * (j + volume[1] * (k + volume[2] * channel));
        int count = Math.min(tile[0], volume[0] - x);
        int to = row * tile[0];
        System.arraycopy(image, from + x, values, to, count);
        Arrays.fill(values, to + count, to + tile[0], image[from + volume[0] - 1]);
      }
      return values;
    }
  }

  /** Weighted sums of what was said of the planes from the current tile's first on. */
  private static final class Band {
    private final int[] volume;
    private final int[] tile;
    private final float[] weights;
    private float[][] sums;
    private int first;

    Band(int[] volume, int[] tile) {
      this.volume = volume;
      this.tile = tile;
      weights = new float[volume[0] * volume[1] * tile[2]];
    }

    private static int weight(int i, int length) {
      return Math.min(i + 1, length - i);
    }

    void add(int x, int y, float[] outputs) {
      int voxels = tile[0] * tile[1] * tile[2];
      if (sums == null) {
        sums = new float[outputs.length / voxels][weights.length];
      }
      int width = Math.min(tile[0], volume[0] - x);
      for (int row = 0; row < tile[1] * tile[2]; row++) {
        int j = row % tile[1];
        int k = row / tile[1];
        if (y + j < volume[1]) {
          int to = x + volume[0] * (y + j + volume[1] * k);
          int of = weight(j, tile[1]) * weight(k, tile[2]);
          add(row * tile[0], to, width, of, outputs);
        }
      }
    }

    private void add(int from, int to, int width, int of, float[] outputs) {
      int voxels = tile[0] * tile[1] * tile[2];
      for (int i = 0; i < width; i++) {
        weights[to + i] += of * weight(i, tile[0]);
      }
      for (int c = 0; c < sums.length; c++) {
        float[] sum = sums[c];
        for (int i = 0; i < width; i++) {
          sum[to + i] += of * weight(i, tile[0]) * outputs[c * voxels + from + i];
        }
      }
    }

    void moveTo(int z, Plane planes) {
      int plane = volume[0] * volume[1];
      int done = Math.min(z - first, tile[2]);
      if (done == 0) {
        return;
      }
      float[][] means = new float[sums.length][plane];
      for (int k = 0; k < done; k++) {
        for (int c = 0; c < sums.length; c++) {
          for (int i = 0; i < plane; i++) {
            means[c][i] = sums[c][k * plane + i] / weights[k * plane + i];
          }
        }
        planes.take(first + k, means);
      }
      for (float[] sum : sums) {
        shift(sum, done * plane);
      }
      shift(weights, done * plane);
      first = z;
    }

    private static void shift(float[] values, int by) {
      System.arraycopy(values, by, values, 0, values.length - by);
      Arrays.fill(values, values.length - by, values.length, 0);
    }
  }
}
