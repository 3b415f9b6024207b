package org.variegate.model.skullstrip;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Exporting;
import org.variegate.api.task.Shown;
import org.variegate.api.task.Shown.Verdict;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.dl4j.Preamble;
import org.variegate.metrics.Overlap;
import org.variegate.raster.Components;
import org.variegate.raster.DistanceTransform;
import org.variegate.raster.Respacing;
import org.variegate.unet.Mirror;
import org.variegate.unet.Scaling;
import org.variegate.unet.Slices;
import org.variegate.unet.Tiles;
import org.variegate.unet.UNet;

/** A skull-stripping network while it learns and when it is used. */
final class Stripper implements Exporting {
  private static final Legend LEGEND =
      new Legend(
          List.of(
              new Label(0, "background", "background", 0, 0),
              new Label(1, "brain", "brain", 1, 1)));

  private final SkullStrip.Options options;
  private final UNet net;

  private Stripper(SkullStrip.Options options, UNet net) {
    this.options = options;
    this.net = net;
  }

  static Stripper create(SkullStrip.Options options, long seed) {
    return new Stripper(options, new UNet(options.shape(), seed));
  }

  static Stripper load(SkullStrip.Options options, InputStream state) throws IOException {
    DataInputStream in = new DataInputStream(state);
    preamble(options).require(in);
    return new Stripper(options, UNet.load(options.shape(), in));
  }

  private static Preamble preamble(SkullStrip.Options options) {
    return new Preamble("variegate skull-strip 1")
        .with("scaling", options.scaling())
        .with("spacing", options.spacing())
        .with("limit", options.loss().limit());
  }

  @Override
  public void save(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    preamble(options).write(data);
    net.save(data);
  }

  @Override
  public Example example(Sample sample) {
    if (!sample.has(Part.DISTANCE)) {
      measure(sample);
    }
    Sample view = Respacing.view(sample, options.spacing());
    Head head = image(view);
    return new Head(head.grid(), head.image(), view.get(Part.DISTANCE).finiteValues().clone());
  }

  /** Puts the distance to the surface of all targets but the background's. */
  private void measure(Sample sample) {
    LabelMap labels = sample.get(Part.LABELS);
    List<Label> legend = labels.legend().labels();
    float[] distance = sample.arena().floats(labels.grid().size());
    for (int i = 0; i < distance.length; i++) {
      int target = legend.get(labels.place(i)).target();
      distance[i] = target == legend.get(0).target() ? 0 : 1;
    }
    float limit = (float) options.loss().limit();
    DistanceTransform.toBoxes(labels.grid()).signed(distance, 0, limit, sample.arena());
    sample.put(Part.DISTANCE, new Raster(labels.grid(), 1, "mm", distance));
  }

  private Head image(Sample sample) {
    Raster image = sample.get(Part.IMAGE);
    if (image.channels() != 1) {
      throw new IllegalArgumentException("IMAGE: needs 1 channel, got " + image.channels());
    }
    return new Head(image.grid(), options.scaling().of(image.finiteValues(), 1), new float[0]);
  }

  @Override
  public double train(List<Example> batch, double rate, long step) {
    Head first = (Head) batch.get(0);
    int voxels = first.grid().size();
    float[] images = new float[batch.size() * voxels];
    float[] distances = new float[batch.size() * voxels];
    for (int i = 0; i < batch.size(); i++) {
      Head head = (Head) batch.get(i);
      if (!Arrays.equals(head.size(), first.size())) {
        throw new IllegalArgumentException(
            "batch: needs samples of one size, got " + first.grid() + " and " + head.grid());
      }
      System.arraycopy(head.image(), 0, images, i * voxels, voxels);
      System.arraycopy(head.distance(), 0, distances, i * voxels, voxels);
    }
    return net.step(first.size(), images, options.loss().of(distances), rate);
  }

  /** 1 in the brain, 0 elsewhere. */
  byte[] mask(Head head) {
    return mask(head.grid(), distances(head));
  }

  /** What is said of the distance to the surface, in mm. */
  private float[] distances(Head head) {
    int plane = head.grid().nx() * head.grid().ny();
    float[] distances = new float[head.grid().size()];
    float limit = (float) options.loss().limit();
    Tiles.Work work = net::outputs;
    options
        .tiles()
        .each(
            head.size(),
            head.image(),
            options.flip() ? Mirror.averaged(work, head.grid(), new int[] {0}) : work,
            (z, outputs) -> {
              for (int i = 0; i < plane; i++) {
                distances[z * plane + i] = limit * outputs[0][i];
              }
            });
    return distances;
  }

  private byte[] mask(Grid grid, float[] distances) {
    byte[] mask = new byte[distances.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (distances[i] < options.threshold() ? 1 : 0);
    }
    Components components = new Components(grid);
    components.keepLargest(mask);
    components.fillHoles(mask);
    return mask;
  }

  @Override
  public Evaluation evaluation() {
    return new Masks(this);
  }

  @Override
  public void predict(Sample sample) {
    Raster image = sample.get(Part.IMAGE);
    byte[] mask = mask(image.grid(), distances(sample));
    float[] stripped = image.values().clone();
    long brain = 0;
    for (int i = 0; i < mask.length; i++) {
      stripped[i] = mask[i] == 1 ? stripped[i] : 0;
      brain += mask[i];
    }
    Grid grid = image.grid();
    sample.put(Part.LABELS, LabelMap.of(grid, LEGEND, mask));
    sample.put(Part.STRIPPED, new Raster(grid, 1, image.unit(), stripped));
    double voxel = Math.abs(grid.toWorld().determinant()) / 1000;
    sample.annotate("prediction", Map.of("brain volume in ml", brain * voxel));
  }

  /** On the sample's own grid. */
  private float[] distances(Sample sample) {
    Sample view = Respacing.view(sample, options.spacing());
    Head head = image(view);
    float[] distances = distances(head);
    if (view == sample) {
      return distances;
    }
    view.put(Part.DISTANCE, new Raster(head.grid(), 1, "mm", distances));
    view.regrid(sample.grid());
    return view.get(Part.DISTANCE).values();
  }

  @Override
  public SortedSet<String> formats() {
    return UNet.FORMATS;
  }

  @Override
  public void export(String format, OutputStream out) throws IOException {
    net.export(format, "skull-strip", false, describe(), out);
  }

  @Override
  public Optional<Shown> show(Sample sample) {
    Head head = (Head) example(sample);
    Sample view = Respacing.view(sample, options.spacing());
    byte[] truth = new byte[head.distance().length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = (byte) (head.distance()[i] < 0 ? 1 : 0);
    }
    byte[] found = mask(head);
    Overlap brain = Overlap.of(2, truth.length, i -> truth[i], i -> found[i])[1];
    float[] grey = Scaling.PERCENTILES.of(view.get(Part.IMAGE).finiteValues(), 1);
    double voxel = Math.abs(head.grid().toWorld().determinant()) / 1000;
    return Optional.of(
        new Shown(
            new Slices(head.grid(), grey, truth).pictures(truth, found),
            String.format(Locale.ROOT, "%.0f ml", voxel * brain.truth()),
            String.format(
                Locale.ROOT, "%.0f ml, Dice %.3f", voxel * brain.predicted(), brain.dice()),
            Verdict.OPEN));
  }

  @Override
  public Map<String, Object> describe() {
    return Map.of(
        "task", "skull-strip",
        "network", net.shape().describe(),
        "scaling", options.scaling().toString(),
        "spacing in mm", options.spacing(),
        "threshold in mm", options.threshold(),
        "parameters", net.parameters());
  }

  @Override
  public void close() {
    net.close();
  }
}
