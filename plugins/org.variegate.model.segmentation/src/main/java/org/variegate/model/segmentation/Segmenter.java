package org.variegate.model.segmentation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
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
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;
import org.variegate.dl4j.Preamble;
import org.variegate.raster.Respacing;
import org.variegate.unet.Loss;
import org.variegate.unet.Mirror;
import org.variegate.unet.Scaling;
import org.variegate.unet.Slices;
import org.variegate.unet.Softmax;
import org.variegate.unet.Tiles;
import org.variegate.unet.UNet;

/** A segmenting network while it learns and when it is used. */
final class Segmenter implements Exporting {
  private final Segmentation.Options options;
  private final Classes classes;
  private final Classes told;
  private final boolean[] known;
  private final UNet net;
  private final Objective objective;

  /**
   * A network.
   *
   * @param classes that it knows
   * @param told classes of the data at hand
   */
  private Segmenter(Segmentation.Options options, Classes classes, Classes told, UNet net)
      throws IOException {
    this.options = options;
    this.classes = classes;
    this.told = told;
    this.known = classes.known(told);
    this.net = net;
    this.objective = new Objective(classes.size(), classes.place(0));
  }

  static Segmenter create(Segmentation.Options options, Classes classes, long seed)
      throws IOException {
    UNet net = new UNet(options.shape().withOutputs(classes.size()), seed);
    return new Segmenter(options, classes, classes, net);
  }

  static Segmenter load(Segmentation.Options options, Classes told, InputStream state)
      throws IOException {
    DataInputStream in = new DataInputStream(state);
    preamble(options).require(in);
    Classes classes = Classes.read(in);
    classes.known(told);
    return new Segmenter(
        options, classes, told, UNet.load(options.shape().withOutputs(classes.size()), in));
  }

  private static Preamble preamble(Segmentation.Options options) {
    return new Preamble("variegate segmentation 1")
        .with("scaling", options.scaling())
        .with("spacing", options.spacing());
  }

  @Override
  public void save(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    preamble(options).write(data);
    classes.write(data);
    net.save(data);
  }

  @Override
  public Example example(Sample sample) {
    Sample view = Respacing.view(sample, options.spacing());
    Scan scan = image(view);
    return new Scan(scan.grid(), scan.image(), classes.of(view, told));
  }

  private Scan image(Sample sample) {
    Raster image = sample.get(Part.IMAGE);
    if (image.channels() != options.shape().inputs()) {
      throw new IllegalArgumentException(
          "IMAGE: needs " + options.shape().inputs() + " channels, got " + image.channels());
    }
    float[] scaled = options.scaling().of(image.finiteValues(), image.channels());
    return new Scan(image.grid(), scaled, new byte[0]);
  }

  @Override
  public double train(List<Example> batch, double rate, long step) {
    Scan first = (Scan) batch.get(0);
    int voxels = first.grid().size();
    float[] images = new float[batch.size() * first.image().length];
    byte[] truth = new byte[batch.size() * voxels];
    for (int i = 0; i < batch.size(); i++) {
      Scan scan = (Scan) batch.get(i);
      if (!Arrays.equals(scan.size(), first.size())) {
        throw new IllegalArgumentException(
            "batch: needs samples of one size, got " + first.grid() + " and " + scan.grid());
      }
      System.arraycopy(scan.image(), 0, images, i * scan.image().length, scan.image().length);
      System.arraycopy(scan.truth(), 0, truth, i * voxels, voxels);
    }
    return net.step(first.size(), images, loss(truth, batch.size(), step), rate);
  }

  private Loss loss(byte[] truth, int examples, long step) {
    if (!options.schedule()) {
      return objective.dice(truth, examples, 1);
    }
    return step < options.warmup()
        ? objective.logits(truth, examples)
        : objective.dice(truth, examples, 0);
  }

  /** The class of each voxel, by its place. */
  byte[] classes(Scan scan) {
    int plane = scan.grid().nx() * scan.grid().ny();
    byte[] found = new byte[scan.grid().size()];
    options
        .tiles()
        .each(
            scan.size(),
            scan.image(),
            probabilities(scan.grid()),
            (z, outputs) -> {
              for (int i = 0; i < plane; i++) {
                found[z * plane + i] = (byte) largest(outputs, i);
              }
            });
    return found;
  }

  private static int largest(float[][] outputs, int i) {
    int best = 0;
    for (int c = 1; c < outputs.length; c++) {
      best = outputs[c][i] > outputs[best][i] ? c : best;
    }
    return best;
  }

  private Tiles.Work probabilities(Grid grid) {
    Tiles.Work once =
        (size, image) -> {
          float[] outputs = net.outputs(size, image);
          Softmax.apply(outputs, 1, classes.size());
          return outputs;
        };
    return options.flip() ? Mirror.averaged(once, grid, classes.partners()) : once;
  }

  @Override
  public Evaluation evaluation() {
    return new Overlaps(this, classes, known);
  }

  @Override
  public void predict(Sample sample) {
    Sample view = Respacing.view(sample, options.spacing());
    Scan scan = image(view);
    view.put(Part.LABELS, LabelMap.of(scan.grid(), classes.legend(), classes(scan)));
    if (view != sample) {
      view.regrid(sample.grid());
      sample.put(Part.LABELS, view.get(Part.LABELS));
    }
  }

  @Override
  public SortedSet<String> formats() {
    return UNet.FORMATS;
  }

  @Override
  public void export(String format, OutputStream out) throws IOException {
    net.export(format, "segmentation", true, describe(), out);
  }

  @Override
  public Optional<Shown> show(Sample sample) {
    Sample view = Respacing.view(sample, options.spacing());
    Scan scan = image(view);
    byte[] truth = classes.of(view, told);
    byte[] found = classes(scan);
    Overlaps overlaps = new Overlaps(this, classes, known);
    overlaps.add(truth, found);
    Raster shown = view.get(Part.IMAGE);
    float[] grey = Scaling.PERCENTILES.of(shown.finiteValues(), shown.channels());
    byte[] drawn = foreground(truth);
    return Optional.of(
        new Shown(
            new Slices(scan.grid(), grey, drawn).pictures(drawn, foreground(found)),
            overlaps.targets(),
            overlaps.words(),
            Verdict.OPEN));
  }

  /** Places from 1 on, and 0 where the background is. */
  private byte[] foreground(byte[] places) {
    byte[] drawn = places.clone();
    for (int i = 0; i < drawn.length; i++) {
      int place = drawn[i] & 0xff;
      drawn[i] = (byte) (classes.isBackground(place) ? 0 : place + 1);
    }
    return drawn;
  }

  @Override
  public Map<String, Object> describe() {
    return Map.of(
        "task", "segmentation",
        "classes", classes.names(),
        "network", net.shape().describe(),
        "scaling", options.scaling().toString(),
        "spacing in mm", options.spacing(),
        "parameters", net.parameters());
  }

  @Override
  public void close() {
    net.close();
  }
}
