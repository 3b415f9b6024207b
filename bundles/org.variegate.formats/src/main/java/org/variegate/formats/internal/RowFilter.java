package org.variegate.formats.internal;

/**
 * Makes rows of a PNG smaller to compress: each is told as differences from its left neighbours,
 * from the row above, or from Paeth's (1991) prediction, whichever has the smallest sum of absolute
 * differences (ISO/IEC 15948, section 12.8).
 */
public final class RowFilter {
  private static final int NONE = 0;
  private static final int SUB = 1;
  private static final int UP = 2;
  private static final int PAETH = 4;

  private final int stride;
  private final int step;

  /** This row and the one above, after as many zeros as a pixel has bytes. */
  private byte[] row;

  private byte[] above;
  private byte[] best;
  private byte[] tried;

  /**
   * A filter of one picture.
   *
   * @param stride bytes of a row
   * @param step bytes from one pixel to the next; 0 leaves rows as they are, which is best for
   *     numbers that are no brightnesses
   */
  public RowFilter(int stride, int step) {
    this.stride = stride;
    this.step = step;
    row = new byte[stride + step];
    above = new byte[stride + step];
    best = new byte[stride + 1];
    tried = new byte[stride + 1];
  }

  /**
   * Filters the next row.
   *
   * @param values all rows, one after another
   * @param from where the row begins
   * @return the filter's number and the filtered row, until the next call
   */
  public byte[] apply(byte[] values, int from) {
    if (step == 0) {
      best[0] = NONE;
      System.arraycopy(values, from, best, 1, stride);
      return best;
    }
    byte[] last = row;
    row = above;
    above = last;
    System.arraycopy(values, from, row, step, stride);
    long smallest = keep(Long.MAX_VALUE, SUB, sub());
    smallest = keep(smallest, UP, up());
    keep(smallest, PAETH, paeth());
    return best;
  }

  private long keep(long smallest, int filter, long sum) {
    if (sum >= smallest) {
      return smallest;
    }
    tried[0] = (byte) filter;
    byte[] other = best;
    best = tried;
    tried = other;
    return sum;
  }

  private int sub() {
    int sum = 0;
    for (int i = 0; i < stride; i++) {
      byte difference = (byte) (row[i + step] - row[i]);
      tried[i + 1] = difference;
      sum += Math.abs(difference);
    }
    return sum;
  }

  private int up() {
    int sum = 0;
    for (int i = 0; i < stride; i++) {
      byte difference = (byte) (row[i + step] - above[i + step]);
      tried[i + 1] = difference;
      sum += Math.abs(difference);
    }
    return sum;
  }

  private int paeth() {
    int sum = 0;
    for (int i = 0; i < stride; i++) {
      int predicted = predict(row[i] & 0xff, above[i + step] & 0xff, above[i] & 0xff);
      byte difference = (byte) (row[i + step] - predicted);
      tried[i + 1] = difference;
      sum += Math.abs(difference);
    }
    return sum;
  }

  private static int predict(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }
}
