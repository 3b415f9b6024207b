package org.variegate.raster;

import java.util.Arrays;
import org.variegate.api.space.Grid;

/**
 * Connected pieces of sets of voxels: two voxels belong together if they share a face, or do so by
 * way of others of the set. In planes those are sides.
 */
public final class Components {
  private final int[] lengths;
  private final int[] strides;
  private final int size;

  /**
   * For sets on a grid.
   *
   * @param grid of the sets; an axis of one voxel is none
   */
  public Components(Grid grid) {
    lengths = new int[] {grid.nx(), grid.ny(), grid.nz()};
    strides = new int[] {1, grid.nx(), grid.nx() * grid.ny()};
    size = grid.size();
  }

  /**
   * Numbers the pieces.
   *
   * @param values [nx, ny, nz], x fastest
   * @param of the value that voxels of the set have
   * @param pieces becomes the number of each voxel's piece, from 1 on in the order of their first
   *     voxels, and 0 elsewhere
   * @return how many pieces there are
   */
  public int label(byte[] values, byte of, int[] pieces) {
    Arrays.fill(pieces, 0, size, 0);
    int[] waiting = new int[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (values[i] == of && pieces[i] == 0) {
        pieces[i] = ++count;
        waiting[0] = i;
        flood(values, of, pieces, waiting);
      }
    }
    return count;
  }

  private void flood(byte[] values, byte of, int[] pieces, int[] waiting) {
    int piece = pieces[waiting[0]];
    for (int left = 1; left > 0; ) {
      int at = waiting[--left];
      for (int axis = 0; axis < 3; axis++) {
        int place = at / strides[axis] % lengths[axis];
        if (place > 0 && take(at - strides[axis], values, of, pieces, piece)) {
          waiting[left++] = at - strides[axis];
        }
        if (place < lengths[axis] - 1 && take(at + strides[axis], values, of, pieces, piece)) {
          waiting[left++] = at + strides[axis];
        }
      }
    }
  }

  private static boolean take(int at, byte[] values, byte of, int[] pieces, int piece) {
    boolean is = values[at] == of && pieces[at] == 0;
    if (is) {
      pieces[at] = piece;
    }
    return is;
  }

  /**
   * Leaves only the largest piece of a set; of several, the one whose first voxel comes first.
   *
   * @param set [nx, ny, nz], x fastest; 1 in the set, 0 elsewhere; changed in place
   */
  public void keepLargest(byte[] set) {
    int[] pieces = new int[size];
    int[] sizes = new int[label(set, (byte) 1, pieces) + 1];
    for (int i = 0; i < size; i++) {
      sizes[pieces[i]]++;
    }
    int best = 1;
    for (int piece = 2; piece < sizes.length; piece++) {
      best = sizes[piece] > sizes[best] ? piece : best;
    }
    for (int i = 0; i < size; i++) {
      set[i] = (byte) (pieces[i] == best ? 1 : 0);
    }
  }

  /**
   * Fills what a set encloses: the pieces of the rest that do not reach the border of the grid.
   *
   * @param set [nx, ny, nz], x fastest; 1 in the set, 0 elsewhere; changed in place
   */
  public void fillHoles(byte[] set) {
    int[] pieces = new int[size];
    boolean[] open = new boolean[label(set, (byte) 0, pieces) + 1];
    open[0] = true;
    for (int i = 0; i < size; i++) {
      open[pieces[i]] |= isBorder(i);
    }
    for (int i = 0; i < size; i++) {
      set[i] = (byte) (set[i] == 1 || !open[pieces[i]] ? 1 : 0);
    }
  }

  private boolean isBorder(int at) {
    for (int axis = 0; axis < 3; axis++) {
      int place = at / strides[axis] % lengths[axis];
      if (lengths[axis] > 1 && (place == 0 || place == lengths[axis] - 1)) {
        return true;
      }
    }
    return false;
  }
}
