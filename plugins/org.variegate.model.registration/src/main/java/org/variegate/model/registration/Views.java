package org.variegate.model.registration;

import java.util.SortedMap;
import java.util.TreeMap;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.model.registration.affine.Initialization;
import org.variegate.model.registration.affine.Level;
import org.variegate.raster.Respacing;
import org.variegate.unet.Scaling;

/** Takes both views out of a sample, as a network looks at them; the sample stays as it is. */
final class Views {
  private static final short[] NONE = {};

  private final Scaling scaling;
  private final double spacing;
  private final Initialization initialization;

  /**
   * As options say.
   *
   * @param scaling of images
   * @param spacing of the views in mm; 0 for their own
   * @param initialization by which the moving view is brought onto the fixed one
   */
  Views(Scaling scaling, double spacing, Initialization initialization) {
    this.scaling = scaling;
    this.spacing = spacing;
    this.initialization = initialization;
  }

  /** With labels and, if it is there, the true displacement. */
  Pair learned(Sample sample) {
    Sample here = view(sample, "");
    Sample there = view(moving(sample), "moving ");
    Part<LabelMap> part =
        here.has(Part.TARGETS) && there.has(Part.TARGETS) ? Part.TARGETS : Part.LABELS;
    LabelMap fixed = labels(here, part, "");
    LabelMap moving = labels(there, part, "moving ");
    SortedMap<Integer, String> targets = new TreeMap<>();
    name(fixed.legend(), targets);
    name(moving.legend(), targets);
    return pair(
        here,
        there,
        places(fixed, targets),
        places(moving, targets),
        targets,
        truth(sample, here.grid()));
  }

  /** Images alone. */
  Pair seen(Sample sample) {
    Sample here = view(sample, "");
    Sample there = view(moving(sample), "moving ");
    return pair(here, there, NONE, NONE, new TreeMap<>(), new float[0]);
  }

  private Pair pair(
      Sample here,
      Sample there,
      short[] fixedLabels,
      short[] movingLabels,
      SortedMap<Integer, String> targets,
      float[] truth) {
    Level fixed = level(here);
    Level moving = level(there);
    if ((fixed.grid().nz() == 1) != (moving.grid().nz() == 1)) {
      throw new IllegalArgumentException(
          "MOVING: needs two planes or two volumes, got " + fixed.grid() + " and " + moving.grid());
    }
    Start start = new Start(initialization);
    return new Pair(fixed, moving, start, fixedLabels, movingLabels, targets, truth);
  }

  /** The moving view. */
  static Sample moving(Sample sample) {
    if (!sample.has(Part.MOVING)) {
      throw new IllegalArgumentException("MOVING: needs a second view, as of pairs, got none");
    }
    return sample.get(Part.MOVING);
  }

  private Sample view(Sample view, String which) {
    if (!view.has(Part.IMAGE)) {
      throw new IllegalArgumentException(which + "IMAGE: needs an image of each view, got none");
    }
    Raster image = view.get(Part.IMAGE);
    if (image.channels() != 1) {
      throw new IllegalArgumentException(which + "IMAGE: needs 1 channel, got " + image.channels());
    }
    return Respacing.view(view, spacing);
  }

  private Level level(Sample view) {
    Raster image = view.get(Part.IMAGE);
    return new Level(image.grid(), scaling.of(image.finiteValues(), 1));
  }

  /** The true displacement on a grid. */
  private static float[] truth(Sample sample, Grid grid) {
    if (!sample.has(Part.DISPLACEMENT)) {
      return new float[0];
    }
    Raster truth = sample.get(Part.DISPLACEMENT);
    float[] values = truth.finiteValues().clone();
    if (grid.equals(truth.grid())) {
      return values;
    }
    Sample beside = sample.beside();
    beside.put(Part.DISPLACEMENT, new Raster(truth.grid(), truth.channels(), truth.unit(), values));
    beside.regrid(grid);
    return beside.get(Part.DISPLACEMENT).values().clone();
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
