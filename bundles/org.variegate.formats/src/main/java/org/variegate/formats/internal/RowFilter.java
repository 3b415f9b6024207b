package org.variegate.formats.internal;

/**
 * Makes rows of a PNG smaller to compress: each is told as differences from its left neighbours,
 * from the row above, or from Paeth's (1991) prediction, whichever has the smallest sum of absolute
 * differences (ISO/IEC 15948, section 12.8).
 */
public final class RowFilter {
  /** Leaves rows as they are, which is best for numbers that are no brightnesses. */
  public static final RowFilter NONE = new RowFilter(0);

  private static final int SUB = 1;
  private static final int UP = 2;
  private static final int PAETH = 4;
  private static final int[] CHOICE = {SUB, UP, PAETH};

  private final int step;
  private byte[] best = new byte[0];
  private byte[] tried = new byte[0];

  /**
   * A filter of one picture.
   *
   * @param step bytes from one pixel to the next
   */
  public RowFilter(int step) {
    this.step = step;
  }

  /**
   * Filters a row.
   *
   * @param values all rows, one after another
   * @param from where the row begins
   * @param stride its length
   * @return the filter's number and the filtered row, until the next call
   */
  public byte[] apply(byte[] values, int from, int stride) {
    if (step == 0) {
      byte[] row = new byte[stride + 1];
      System.arraycopy(values, from, row, 1, stride);
      return row;
    }
    if (best.length <= stride) {
      best = new byte[stride + 1];
      tried = new byte[stride + 1];
    }
    long smallest = Long.MAX_VALUE;
    for (int filter : CHOICE) {
      long sum = fill(filter, values, from, stride);
      if (sum < smallest) {
        smallest = sum;
        byte[] other = best;
        best = tried;
        tried = other;
      }
    }
    return best;
  }

  private long fill(int filter, byte[] values, int from, int stride) {
    tried[0] = (byte) filter;
    long sum = 0;
    boolean top = from == 0;
    for (int i = 0; i < stride; i++) {
      int at = from + i;
      int left = i < step ? 0 : values[at - step] & 0xff;
      int up = top ? 0 : values[at - stride] & 0xff;
      int predicted =
          switch (filter) {
            case SUB -> left;
            case UP -> up;
            default -> paeth(left, up, i < step || top ? 0 : values[at - stride - step] & 0xff);
          };
      byte difference = (byte) (values[at] - predicted);
      tried[i + 1] = difference;
      sum += Math.abs(difference);
    }
    return sum;
  }

  private static int paeth(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }
}
