package org.variegate.unet;

import java.util.ArrayList;
import java.util.List;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;

/**
 * Pictures of planes through a volume, and of labels drawn over them: the plane that one sees from
 * above, the patient's right on the left, and the one that one sees from the front. Voxels stand in
 * them as large as they are.
 */
public final class Slices {
  /** Pixels along the longer side. */
  static final int SIDE = 128;

  private static final float SHARE = 0.55f;
  private static final int[] COLORS = {
    0x3b8eff, 0xff9d2e, 0x3fd07a, 0xff5a5f, 0xb78cff, 0xffe14d, 0x38d6d6, 0xff7ad1
  };

  private final Grid grid;
  private final float[] image;
  private final double[] middle;

  /**
   * Slices of an image.
   *
   * @param grid of it
   * @param image [nz, ny, nx], x fastest; 0 becomes black, 1 white
   * @param about [nz, ny, nx], labels through whose middle the planes go, 0 being none; if none is
   *     there, or the array is empty, through that of the grid
   */
  public Slices(Grid grid, float[] image, byte... about) {
    this.grid = grid;
    this.image = image;
    this.middle = middle(about);
  }

  private double[] middle(byte[] about) {
    double[] sums = new double[3];
    long count = 0;
    for (int i = 0; i < about.length; i++) {
      if (about[i] != 0) {
        sums[0] += i % grid.nx();
        sums[1] += i / grid.nx() % grid.ny();
        sums[2] += i / grid.nx() / grid.ny();
        count++;
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      sums[axis] = count > 0 ? sums[axis] / count : (grid.length(axis) - 1) / 2.0;
    }
    return sums;
  }

  /**
   * The pictures of each plane, one plane after the other: the image, then the image under each of
   * the labelings.
   *
   * @param labelings [nz, ny, nx] each, a colour for each number but 0, which is clear
   * @return planes of three channels in sRGB; one plane of a grid that is a plane, else two
   */
  public List<Raster> pictures(byte[]... labelings) {
    List<Raster> pictures = new ArrayList<>();
    for (Plane plane : planes()) {
      pictures.add(plane.picture(new byte[0]));
      for (byte[] labels : labelings) {
        pictures.add(plane.picture(labels));
      }
    }
    return pictures;
  }

  private List<Plane> planes() {
    if (grid.nz() == 1) {
      return List.of(new Plane(0, 1, false, false));
    }
    int right = along(0);
    int front = (right + 1) % 3;
    int up = (right + 2) % 3;
    if (steep(1, up) * steep(2, front) > steep(1, front) * steep(2, up)) {
      int other = up;
      up = front;
      front = other;
    }
    boolean mirrored = grid.toWorld().get(0, right) > 0;
    return List.of(
        new Plane(right, front, mirrored, grid.toWorld().get(1, front) > 0),
        new Plane(right, up, mirrored, grid.toWorld().get(2, up) > 0));
  }

  private double steep(int world, int axis) {
    return Math.abs(grid.toWorld().get(world, axis)) / grid.spacing(axis);
  }

  private int along(int world) {
    int best = 0;
    for (int axis = 1; axis < 3; axis++) {
      best = steep(world, axis) > steep(world, best) ? axis : best;
    }
    return best;
  }

  /** Two axes of the grid, and whether each runs against the picture's, right or down. */
  private final class Plane {
    private final int[] axes;
    private final boolean[] against;
    private final int width;
    private final int height;

    Plane(int across, int down, boolean leftward, boolean upward) {
      axes = new int[] {across, down};
      against = new boolean[] {leftward, upward};
      double wide = grid.length(across) * grid.spacing(across);
      double high = grid.length(down) * grid.spacing(down);
      double longer = Math.max(wide, high);
      width = (int) Math.max(1, Math.round(SIDE * wide / longer));
      height = (int) Math.max(1, Math.round(SIDE * high / longer));
    }

    Raster picture(byte[] labels) {
      int size = width * height;
      float[] values = new float[3 * size];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int voxel = voxel(x, y);
          float grey = 255 * Math.max(0, Math.min(1, image[voxel]));
          int label = labels.length == 0 ? 0 : labels[voxel] & 0xff;
          for (int c = 0; c < 3; c++) {
            values[c * size + y * width + x] = label == 0 ? grey : mixed(grey, label, c);
          }
        }
      }
      return new Raster(Grid.centred(width, height, 1, 1), 3, "sRGB", values);
    }

    private float mixed(float grey, int label, int channel) {
      int color = COLORS[(label - 1) % COLORS.length] >> (16 - 8 * channel) & 0xff;
      return (1 - SHARE) * grey + SHARE * color;
    }

    private int voxel(int x, int y) {
      int[] at = new int[3];
      for (int axis = 0; axis < 3; axis++) {
        at[axis] = (int) Math.round(middle[axis]);
      }
      at[axes[0]] = place(x, width, grid.length(axes[0]), against[0]);
      at[axes[1]] = place(y, height, grid.length(axes[1]), against[1]);
      return at[0] + grid.nx() * (at[1] + grid.ny() * at[2]);
    }

    private static int place(int pixel, int pixels, int length, boolean against) {
      int at = (int) ((pixel + 0.5) * length / pixels);
      return against ? length - 1 - at : at;
    }
  }
}
