package org.variegate.annotator.boxes;

import java.util.Arrays;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;

/** Which pixels each label has: how many, and between which columns and rows. */
final class Extents {
  private final Legend legend;
  private final long[] areas;
  private final int[] lefts;
  private final int[] rights;
  private final int[] tops;
  private final int[] bottoms;

  Extents(LabelMap labels) {
    legend = labels.legend();
    int size = legend.size();
    areas = new long[size];
    lefts = new int[size];
    rights = new int[size];
    tops = new int[size];
    bottoms = new int[size];
    Arrays.fill(lefts, Integer.MAX_VALUE);
    Arrays.fill(tops, Integer.MAX_VALUE);
    int width = labels.grid().nx();
    int height = labels.grid().ny();
    for (int y = 0; y < height; y++) {
      for (int from = 0; from < width; ) {
        int place = labels.place(y * width + from);
        int to = from + 1;
        while (to < width && labels.place(y * width + to) == place) {
          to++;
        }
        add(place, y, from, to);
        from = to;
      }
    }
  }

  private void add(int place, int row, int from, int to) {
    areas[place] += to - from;
    lefts[place] = Math.min(lefts[place], from);
    rights[place] = Math.max(rights[place], to);
    tops[place] = Math.min(tops[place], row);
    bottoms[place] = row + 1;
  }

  /** How many pixels an id has. */
  long area(int id) {
    int place = legend.place(id);
    return place < 0 ? 0 : areas[place];
  }

  /** Left, top, width and height of an id's pixels; all 0 if it has none. */
  double[] box(int id) {
    int place = legend.place(id);
    if (place < 0 || areas[place] == 0) {
      return new double[4];
    }
    return new double[] {
      lefts[place], tops[place], rights[place] - lefts[place], bottoms[place] - tops[place]
    };
  }
}
