package org.variegate.model.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.variegate.api.space.Grid;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Measure;
import org.variegate.metrics.Overlap;
import org.variegate.metrics.SurfaceDistances;
import org.variegate.unet.Cases;

/**
 * How far predicted targets cover the true ones: Dice's coefficient, of the classes that are true
 * somewhere in a case and not the background, as a mean over those of the case, and for each class
 * as a mean over cases. Of the same classes, how far the surfaces lie apart: the Hausdorff distance
 * of 95 % and surface Dice with a tolerance of a voxel, as means over those of the case.
 */
final class Overlaps implements Evaluation {
  private static final double SHARE = 0.95;

  private final Segmenter segmenter;
  private final Classes classes;
  private final boolean[] known;
  private final Cases all = new Cases("mean Dice");
  private final Cases surface = new Cases("mean surface Dice, a voxel");
  private final Cases hausdorff = new Cases("mean Hausdorff 95 % [mm]");
  private final List<Cases> byClass = new ArrayList<>();
  private final List<Cases> volumes = new ArrayList<>();

  Overlaps(Segmenter segmenter, Classes classes, boolean[] known) {
    this.segmenter = segmenter;
    this.classes = classes;
    this.known = known;
    for (int c = 0; c < classes.size(); c++) {
      byClass.add(new Cases("Dice of " + classes.name(c)));
      volumes.add(new Cases(classes.name(c)));
    }
  }

  @Override
  public void add(List<Example> batch) {
    for (Example example : batch) {
      Scan scan = (Scan) example;
      byte[] found = segmenter.classes(scan);
      add(scan.truth(), found);
      addSurfaces(scan.grid(), scan.truth(), found);
    }
  }

  /** Counts where what is true of a case and what was found agree, places of classes both. */
  void add(byte[] truth, byte[] found) {
    Overlap[] overlaps =
        Overlap.of(classes.size(), found.length, i -> truth[i] & 0xff, i -> found[i] & 0xff);
    double sum = 0;
    int count = 0;
    for (int c = 0; c < overlaps.length; c++) {
      if (isMeasured(c) && overlaps[c].truth() > 0) {
        sum += overlaps[c].dice();
        count++;
        byClass.get(c).add(overlaps[c].dice());
        volumes.get(c).add(overlaps[c].volumeError());
      }
    }
    if (count > 0) {
      all.add(sum / count);
    }
  }

  private boolean isMeasured(int c) {
    return known[c] && !classes.isBackground(c);
  }

  /** Measures how far the surfaces of both lie apart. */
  private void addSurfaces(Grid grid, byte[] truth, byte[] found) {
    double near = 0;
    double farthest = 0;
    int count = 0;
    for (int c = 0; c < classes.size(); c++) {
      byte one = (byte) c;
      if (isMeasured(c) && IntStream.range(0, truth.length).anyMatch(i -> truth[i] == one)) {
        SurfaceDistances surfaces =
            SurfaceDistances.of(grid, i -> truth[i] == one, i -> found[i] == one);
        near += surfaces.dice();
        farthest += surfaces.hausdorff(SHARE);
        count++;
      }
    }
    if (count > 0) {
      surface.add(near / count);
      hausdorff.add(farthest / count);
    }
  }

  /** How many targets were there so far, in words. */
  String targets() {
    long there = byClass.stream().filter(one -> !one.values().isEmpty()).count();
    int all = classes.place(0) < 0 ? classes.size() : classes.size() - 1;
    return there + " of " + all + " targets";
  }

  /** The mean Dice so far, in words. */
  String words() {
    return all.mean()
        .map(mean -> String.format(Locale.ROOT, "Dice %.3f", mean.value()))
        .orElse("nothing to find");
  }

  @Override
  public List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    all.mean().ifPresent(measures::add);
    byClass.forEach(one -> one.mean().ifPresent(measures::add));
    surface.mean().ifPresent(measures::add);
    hausdorff.mean().ifPresent(measures::add);
    return measures;
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> errors = new TreeMap<>();
    for (int c = 0; c < classes.size(); c++) {
      if (!volumes.get(c).values().isEmpty()) {
        errors.put(classes.name(c), volumes.get(c).values());
      }
    }
    return Map.of(
        "dice of cases", all.values(),
        "hausdorff of cases in mm", hausdorff.values(),
        "surface dice of cases", surface.values(),
        "volume errors", errors);
  }
}
