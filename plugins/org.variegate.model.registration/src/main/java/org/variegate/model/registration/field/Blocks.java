package org.variegate.model.registration.field;

import org.variegate.api.space.Affine;

/**
 * Volumes as a network looks at them: each block of r voxels a side is one voxel with a channel for
 * each voxel of the block, so that nothing is lost (Shi et al. 2016, section 2, the other way
 * round). What a volume lacks of whole blocks is as its outermost voxels.
 *
 * @param fine size of the volume
 * @param whole size of the volume with whole blocks
 * @param coarse how many blocks
 */
public record Blocks(Size fine, Size whole, Size coarse) {

  /**
   * The blocks of a volume.
   *
   * @param fine size of the volume
   * @param r voxels of a block along each axis of more than one
   * @param multiple what the number of blocks along each such axis is a multiple of
   */
  public static Blocks of(Size fine, int r, int multiple) {
    Size coarse =
        new Size(
            count(fine.nx(), r, multiple),
            count(fine.ny(), r, multiple),
            count(fine.nz(), r, multiple));
    Size whole =
        new Size(
            coarse.nx() * side(fine.nx(), r),
            coarse.ny() * side(fine.ny(), r),
            coarse.nz() * side(fine.nz(), r));
    return new Blocks(fine, whole, coarse);
  }

  private static int count(int length, int r, int multiple) {
    int unit = r * multiple;
    return length == 1 ? 1 : (length + unit - 1) / unit * multiple;
  }

  private static int side(int length, int r) {
    return length == 1 ? 1 : r;
  }

  /** Voxels of a block. */
  public int voxels() {
    return whole.voxels() / coarse.voxels();
  }

  /** From blocks to voxels: the middle of a block lies between its voxels. */
  public Affine toVoxels() {
    double x = whole.nx() / coarse.nx();
    double y = whole.ny() / coarse.ny();
    double z = whole.nz() / coarse.nz();
    return Affine.of(x, 0, 0, (x - 1) / 2, 0, y, 0, (y - 1) / 2, 0, 0, z, (z - 1) / 2);
  }

  /**
   * Which share labels have of each block.
   *
   * @param labels of a volume of whole blocks
   * @param places of each label among as many as are counted
   * @param count how many
   * @return [count, blocks]
   */
  public float[] shares(short[] labels, int[] places, int count) {
    int n = coarse.voxels();
    int rx = whole.nx() / coarse.nx();
    int ry = whole.ny() / coarse.ny();
    int rz = whole.nz() / coarse.nz();
    float[] shares = new float[count * n];
    float part = 1f / voxels();
    for (int i = 0; i < labels.length; i++) {
      int x = i % fine.nx() / rx;
      int y = i / fine.nx() % fine.ny() / ry;
      int z = i / fine.nx() / fine.ny() / rz;
      shares[places[labels[i]] * n + x + coarse.nx() * (y + coarse.ny() * z)] += part;
    }
    return shares;
  }

  /**
   * Writes an image's blocks.
   *
   * @param image [nz, ny, nx]
   * @param to takes [voxels of a block, blocks]
   * @param from where in it they begin
   */
  public void split(float[] image, float[] to, int from) {
    int rx = whole.nx() / coarse.nx();
    int ry = whole.ny() / coarse.ny();
    int rz = whole.nz() / coarse.nz();
    for (int z = 0; z < whole.nz(); z++) {
      for (int y = 0; y < whole.ny(); y++) {
        int row = fine.nx() * (Math.min(y, fine.ny() - 1) + fine.ny() * Math.min(z, fine.nz() - 1));
        int channel = rx * (y % ry + ry * (z % rz));
        int at = from + coarse.nx() * (y / ry + coarse.ny() * (z / rz));
        for (int x = 0; x < whole.nx(); x++) {
          int place = at + (channel + x % rx) * coarse.voxels() + x / rx;
          to[place] = image[row + Math.min(x, fine.nx() - 1)];
        }
      }
    }
  }

  /**
   * The part of a field that the volume has.
   *
   * @param field [3, whole]
   * @return [3, fine]
   */
  public float[] cut(float[] field) {
    float[] part = new float[3 * fine.voxels()];
    rows((at, row) -> System.arraycopy(field, row, part, at, fine.nx()));
    return part;
  }

  /**
   * The transpose of that: 0 where the volume is not.
   *
   * @param part [3, fine]
   * @return [3, whole]
   */
  public float[] widened(float[] part) {
    float[] field = new float[3 * whole.voxels()];
    rows((at, row) -> System.arraycopy(part, at, field, row, fine.nx()));
    return field;
  }

  @FunctionalInterface
  private interface Row {
    void at(int ofFine, int ofWhole);
  }

  private void rows(Row row) {
    int at = 0;
    for (int c = 0; c < 3; c++) {
      for (int z = 0; z < fine.nz(); z++) {
        for (int y = 0; y < fine.ny(); y++, at += fine.nx()) {
          row.at(at, whole.nx() * (y + whole.ny() * (z + whole.nz() * c)));
        }
      }
    }
  }
}
