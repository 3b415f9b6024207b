package org.variegate.model.registration.field;

/**
 * Moves images by a displacement, linear between voxels: w(x) = m(x + u(x)), with u in voxels, [3,
 * nz, ny, nx], x fastest; beyond the outermost voxels m is as there. And its exact derivatives,
 * from the right where x + u(x) is a voxel (Jaderberg et al. 2015, equations 5 to 7).
 */
public final class Warp {
  private final Size size;

  public Warp(Size size) {
    this.size = size;
  }

  /**
   * Moves an image.
   *
   * @param image [channels, nz, ny, nx]
   * @param channels at least 1
   * @param field displacement
   * @param moved takes as many values
   */
  public void forward(float[] image, int channels, float[] field, float[] moved) {
    int n = size.voxels();
    Cell cell = new Cell(size);
    int i = 0;
    for (int z = 0; z < size.nz(); z++) {
      for (int y = 0; y < size.ny(); y++) {
        for (int x = 0; x < size.nx(); x++, i++) {
          cell.moveTo(x + field[i], y + field[n + i], z + field[2 * n + i]);
          for (int c = 0; c < channels; c++) {
            moved[c * n + i] = cell.value(image, c * n);
          }
        }
      }
    }
  }

  /**
   * The derivatives of a loss.
   *
   * @param image as it was moved
   * @param channels at least 1
   * @param field displacement
   * @param byMoved derivative by what came out
   * @param byImage the derivative by the image is added to it
   * @param byField the derivative by the displacement is added to it; may be {@code byImage}
   */
  public void backward(
      float[] image,
      int channels,
      float[] field,
      float[] byMoved,
      float[] byImage,
      float[] byField) {
    int n = size.voxels();
    Cell cell = new Cell(size);
    int i = 0;
    for (int z = 0; z < size.nz(); z++) {
      for (int y = 0; y < size.ny(); y++) {
        for (int x = 0; x < size.nx(); x++, i++) {
          cell.moveTo(x + field[i], y + field[n + i], z + field[2 * n + i]);
          for (int c = 0; c < channels; c++) {
            float by = byMoved[c * n + i];
            cell.addSlopes(image, c * n, by, byField, i);
            cell.spread(by, byImage, c * n);
          }
        }
      }
    }
  }

  /**
   * The derivative by the displacement alone.
   *
   * @param image as it was moved
   * @param channels at least 1
   * @param field displacement
   * @param byMoved derivative by what came out
   * @param byField the derivative by the displacement is added to it
   */
  public void slopes(float[] image, int channels, float[] field, float[] byMoved, float[] byField) {
    int n = size.voxels();
    Cell cell = new Cell(size);
    int i = 0;
    for (int z = 0; z < size.nz(); z++) {
      for (int y = 0; y < size.ny(); y++) {
        for (int x = 0; x < size.nx(); x++, i++) {
          cell.moveTo(x + field[i], y + field[n + i], z + field[2 * n + i]);
          for (int c = 0; c < channels; c++) {
            cell.addSlopes(image, c * n, byMoved[c * n + i], byField, i);
          }
        }
      }
    }
  }
}
