package org.variegate.tck;

import java.util.ArrayList;
import java.util.List;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;

/** What the fixtures show. */
enum Content {
  /** Shells of a head, left and right; an image of values from 0 to about 100. */
  HEAD("1", 1),
  /** The same, with more labels than a byte can number. */
  MANY("1", 1),
  /** Background and zeros. */
  BLANK("1", 1),
  /** Values from -1000 to about 1500. */
  HOUNSFIELD("HU", 1),
  /** Three channels. */
  COLOUR("1", 3);

  private static final int SHELLS = 5;

  private final String unit;
  private final int channels;

  Content(String unit, int channels) {
    this.unit = unit;
    this.channels = channels;
  }

  String unit() {
    return unit;
  }

  int channels() {
    return channels;
  }

  LabelMap labels(Grid grid) {
    Legend legend = new Legend(this == MANY ? many() : head());
    byte[] bytes = new byte[grid.size()];
    short[] shorts = new short[grid.size()];
    for (int i = 0; i < bytes.length; i++) {
      int place = this == BLANK ? 0 : place(grid, i);
      bytes[i] = (byte) place;
      shorts[i] = (short) (place == 0 || this != MANY ? place : 290 - i % 7 - place);
    }
    return this == MANY ? LabelMap.of(grid, legend, shorts) : LabelMap.of(grid, legend, bytes);
  }

  void paint(LabelMap labels, float[] values) {
    SampleDraws draws = new SampleDraws(7, 0, new DrawRecord(), Overrides.NONE);
    draws.noise("texture").gaussian(values, 0, values.length, 0);
    float scale = this == HOUNSFIELD ? 25 : this == BLANK ? 0 : 1;
    for (int i = 0; i < values.length; i++) {
      int place = labels.place(i % labels.grid().size());
      float value = Math.max(0, 10f * (place % 11) + (place == 0 ? 0 : values[i]));
      values[i] = scale * value - (this == HOUNSFIELD ? 1000 : 0);
    }
  }

  /** Background, then SHELLS on the left and SHELLS on the right, one within the other. */
  private static int place(Grid grid, int index) {
    double x = offset(index % grid.nx(), grid.nx());
    double y = offset(index / grid.nx() % grid.ny(), grid.ny());
    double z = offset(index / grid.nx() / grid.ny(), grid.nz());
    double r = Math.sqrt(x * x + y * y + z * z);
    if (r >= 0.95) {
      return 0;
    }
    int shell = (int) (r / 0.95 * SHELLS);
    return 1 + shell + (x < 0 ? 0 : SHELLS);
  }

  /** From -1 to 1 along an axis. */
  private static double offset(int i, int n) {
    return n == 1 ? 0 : (2.0 * i - n + 1) / n;
  }

  private static List<Label> head() {
    List<Label> labels = new ArrayList<>();
    labels.add(new Label(0, "background", "background", 0, 0));
    for (int side = 0; side < 2; side++) {
      for (int shell = 0; shell < SHELLS; shell++) {
        int id = 2 + 40 * side + shell;
        int partner = 2 + 40 * (1 - side) + shell;
        String name = (side == 0 ? "left" : "right") + " shell " + shell;
        labels.add(new Label(id, name, "shell " + shell, partner, 1 + shell));
      }
    }
    return labels;
  }

  private static List<Label> many() {
    List<Label> labels = new ArrayList<>();
    for (int id = 0; id < 300; id++) {
      labels.add(Label.plain(10 * id));
    }
    return labels;
  }
}
