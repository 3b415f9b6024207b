package org.variegate.sink.coco;

import org.variegate.api.volume.LabelMap;

/**
 * A mask as runs of 0 and 1 in turn, column by column, in the characters of the COCO API (Lin and
 * Dollar 2015, maskApi.c): six bits each, of which one says whether more follow; from the fourth
 * run on, the difference from the run two before.
 */
final class RunLengths {
  private static final int BITS = 5;
  private static final int MORE = 1 << BITS;
  private static final int SIGN = MORE >> 1;
  private static final char FIRST = '0';

  private final StringBuilder text = new StringBuilder();
  private long before;
  private long twoBefore;
  private int runs;

  private RunLengths() {}

  /** The runs of one label's pixels. */
  static String of(LabelMap labels, int place) {
    RunLengths runs = new RunLengths();
    int width = labels.grid().nx();
    int height = labels.grid().ny();
    boolean inside = false;
    long length = 0;
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        if (labels.place(y * width + x) == place != inside) {
          runs.add(length);
          inside = !inside;
          length = 0;
        }
        length++;
      }
    }
    runs.add(length);
    return runs.text.toString();
  }

  private void add(long length) {
    write(runs > 2 ? length - twoBefore : length);
    twoBefore = before;
    before = length;
    runs++;
  }

  private void write(long value) {
    long left = value;
    boolean more = true;
    while (more) {
      int part = (int) (left & MORE - 1);
      left >>= BITS;
      more = (part & SIGN) == 0 ? left != 0 : left != -1;
      text.append((char) (FIRST + (more ? part | MORE : part)));
    }
  }
}
