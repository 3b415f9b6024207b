package org.variegate.model.registration;

import java.util.SortedMap;
import java.util.TreeMap;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.unet.Scaling;

/** Takes both views out of a sample, the moving one shown on the fixed one's grid. */
final class Views {
  private static final short[] NONE = {};

  private Views() {}

  /** With labels and, if it is there, the true displacement. */
  static Pair learned(Sample sample, Scaling scaling) {
    Sample moving = moving(sample);
    Part<LabelMap> part =
        sample.has(Part.TARGETS) && moving.has(Part.TARGETS) ? Part.TARGETS : Part.LABELS;
    LabelMap here = labels(sample, part, "");
    LabelMap there = labels(moving, part, "moving ");
    SortedMap<Integer, String> targets = new TreeMap<>();
    name(here.legend(), targets);
    name(there.legend(), targets);
    float[] truth =
        sample.has(Part.DISPLACEMENT)
            ? sample.get(Part.DISPLACEMENT).finiteValues().clone()
            : new float[0];
    return new Pair(
        sample.grid(),
        image(sample, scaling, ""),
        image(moving, scaling, "moving "),
        places(here, targets),
        places(there, targets),
        targets,
        truth);
  }

  /** Images alone. */
  static Pair seen(Sample sample, Scaling scaling) {
    Sample moving = moving(sample);
    return new Pair(
        sample.get(Part.IMAGE).grid(),
        image(sample, scaling, ""),
        image(moving, scaling, "moving "),
        NONE,
        NONE,
        new TreeMap<>(),
        new float[0]);
  }

  /** The moving view on the grid of the fixed one. */
  static Sample moving(Sample sample) {
    if (!sample.has(Part.MOVING)) {
      throw new IllegalArgumentException("MOVING: needs a second view, as of pairs, got none");
    }
    Sample moving = sample.get(Part.MOVING);
    if (!moving.grid().equals(sample.grid())) {
      moving.regrid(sample.grid());
    }
    return moving;
  }

  private static float[] image(Sample view, Scaling scaling, String which) {
    if (!view.has(Part.IMAGE)) {
      throw new IllegalArgumentException(which + "IMAGE: needs an image of each view, got none");
    }
    Raster image = view.get(Part.IMAGE);
    if (image.channels() != 1) {
      throw new IllegalArgumentException(which + "IMAGE: needs 1 channel, got " + image.channels());
    }
    return scaling.of(image.finiteValues(), 1);
  }

  private static LabelMap labels(Sample view, Part<LabelMap> part, String which) {
    if (!view.has(part)) {
      throw new IllegalArgumentException(
          which + "LABELS: needs labels of each view to learn from, got none");
    }
    return view.get(part);
  }

  /** A target has the name of the label whose id it is, or else of the first of its labels. */
  private static void name(Legend legend, SortedMap<Integer, String> names) {
    for (Label label : legend.labels()) {
      if (label.id() == label.target()) {
        names.put(label.target(), label.name());
      } else {
        names.putIfAbsent(label.target(), label.name());
      }
    }
  }

  private static short[] places(LabelMap labels, SortedMap<Integer, String> targets) {
    short[] byLabel = new short[labels.legend().size()];
    for (int i = 0; i < byLabel.length; i++) {
      byLabel[i] = (short) targets.headMap(labels.legend().labels().get(i).target()).size();
    }
    short[] places = new short[labels.grid().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = byLabel[labels.place(i)];
    }
    return places;
  }
}
