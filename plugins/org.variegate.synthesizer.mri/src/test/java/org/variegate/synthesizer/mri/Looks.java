package org.variegate.synthesizer.mri;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Contrast;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.tck.Fixture;
import org.variegate.tck.HeapArena;

/** Label maps with known looks, and the images made of them. */
final class Looks {
  private Looks() {}

  static Legend legend(int size) {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      labels.add(Label.plain(i));
    }
    return new Legend(labels);
  }

  /** Labels by index of the voxel. */
  static LabelMap labels(Grid grid, int size, IntUnaryOperator place) {
    byte[] bytes = new byte[grid.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) place.applyAsInt(i);
    }
    return LabelMap.of(grid, legend(size), bytes);
  }

  static float[] image(LabelMap labels, Contrast contrast, long index) {
    Fixture fixture =
        new Fixture(
            "labels",
            s -> {
              s.put(Part.LABELS, labels);
              s.put(Part.CONTRAST, contrast);
            });
    Sample sample = fixture.open(index, HeapArena.poisoned(Float.NaN));
    new Mri()
        .synthesize(
            sample, new SampleDraws(11, index, new DrawRecord(), Overrides.NONE).child("mri"));
    return sample.get(Part.IMAGE).values().clone();
  }

  static Contrast contrast(double texture, double mixing, float... meansAndDeviations) {
    float[] mean = new float[meansAndDeviations.length / 2];
    float[] deviation = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = meansAndDeviations[2 * i];
      deviation[i] = meansAndDeviations[2 * i + 1];
    }
    Contrast.Clusters clusters = Contrast.Clusters.none(mean.length);
    return new Contrast("1", legend(mean.length), mean, deviation, clusters, texture, mixing);
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  static double deviation(double[] values, double mean) {
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }
}
