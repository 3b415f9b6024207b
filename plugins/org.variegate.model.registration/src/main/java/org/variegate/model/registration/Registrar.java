package org.variegate.model.registration;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Exporting;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;
import org.variegate.dl4j.Preamble;
import org.variegate.metrics.Jacobian;
import org.variegate.unet.UNet;

/** A registering network while it learns and when it is used. */
final class Registrar implements Exporting {
  private final Registration.Options options;
  private final UNet net;

  private Registrar(Registration.Options options, UNet net) {
    this.options = options;
    this.net = net;
  }

  static Registrar create(Registration.Options options, long seed) {
    return new Registrar(options, new UNet(options.shape(), seed));
  }

  static Registrar load(Registration.Options options, InputStream state) throws IOException {
    DataInputStream in = new DataInputStream(state);
    preamble(options).require(in);
    return new Registrar(options, UNet.load(options.shape(), in));
  }

  private static Preamble preamble(Registration.Options options) {
    return new Preamble("variegate registration 1")
        .with("scaling", options.scaling())
        .with("resolution", options.resolution())
        .with("steps", options.steps());
  }

  @Override
  public void save(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    preamble(options).write(data);
    net.save(data);
  }

  @Override
  public Example example(Sample sample) {
    return Views.learned(sample, options.scaling());
  }

  @Override
  public double train(List<Example> batch, double rate, long step) {
    List<Pair> pairs = batch.stream().map(Pair.class::cast).toList();
    Blocks blocks = blocks(pairs.get(0).size());
    for (Pair pair : pairs) {
      requireFit(pair, blocks);
    }
    Objective objective = new Objective(pairs, blocks, options.steps(), options.lambda());
    return net.step(blocks.coarse().toArray(), inputs(pairs, blocks), objective, rate);
  }

  private void requireFit(Pair pair, Blocks blocks) {
    if (!pair.size().equals(blocks.fine())) {
      throw new IllegalArgumentException(
          "batch: needs samples of one size, got " + blocks.fine() + " and " + pair.size());
    }
    if (!blocks.whole().equals(blocks.fine())) {
      throw new IllegalArgumentException(
          "a network of "
              + options.shape().levels()
              + " levels on blocks of "
              + options.resolution()
              + " voxels learns from multiples of "
              + options.resolution() * options.shape().multiple()
              + " voxels, got "
              + pair.grid());
    }
  }

  private Blocks blocks(Size size) {
    if (options.shape().dimensions() == 3 && size.nz() == 1) {
      throw new IllegalArgumentException("dimensions: needs 2 for planes, got 3");
    }
    if (options.shape().dimensions() == 2 && size.nz() > 1) {
      throw new IllegalArgumentException("dimensions: needs 3 for volumes, got 2");
    }
    return Blocks.of(size, options.resolution(), options.shape().multiple());
  }

  private static float[] inputs(List<Pair> pairs, Blocks blocks) {
    int image = blocks.whole().voxels();
    float[] inputs = new float[2 * image * pairs.size()];
    for (int i = 0; i < pairs.size(); i++) {
      blocks.split(pairs.get(i).moving(), inputs, 2 * i * image);
      blocks.split(pairs.get(i).fixed(), inputs, (2 * i + 1) * image);
    }
    return inputs;
  }

  /** The displacement in voxels, [3, nz, ny, nx]. */
  float[] displacement(Pair pair) {
    Blocks blocks = blocks(pair.size());
    float[] outputs = net.outputs(blocks.coarse().toArray(), inputs(List.of(pair), blocks));
    float[] velocity = new float[3 * blocks.coarse().voxels()];
    Velocity.read(outputs, 0, outputs.length, velocity);
    float[] field = new float[3 * blocks.whole().voxels()];
    new Refinement(blocks.coarse(), blocks.whole())
        .forward(new Exponential(blocks.coarse(), options.steps()).forward(velocity), field);
    return blocks.cut(field);
  }

  @Override
  public Evaluation evaluation() {
    return new Alignment(this);
  }

  @Override
  public void predict(Sample sample) {
    Pair pair = Views.seen(sample, options.scaling());
    float[] field = displacement(pair);
    Sample moving = sample.get(Part.MOVING);
    Sample moved = sample.beside();
    Warp warp = new Warp(pair.size());
    Raster image = moving.get(Part.IMAGE);
    float[] values = new float[image.values().length];
    warp.forward(image.values(), image.channels(), field, values);
    moved.put(Part.IMAGE, new Raster(pair.grid(), image.channels(), image.unit(), values));
    if (moving.has(Part.LABELS)) {
      LabelMap labels = moving.get(Part.LABELS);
      short[] places = new short[labels.grid().size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = (short) labels.place(i);
      }
      moved.put(
          Part.LABELS, LabelMap.of(pair.grid(), labels.legend(), warp.nearest(places, field)));
    }
    sample.put(Part.MOVING, moved);
    float[] ways = Ways.of(pair.grid(), field);
    sample.put(Part.DISPLACEMENT, new Raster(pair.grid(), 3, "mm", ways));
    sample.annotate("prediction", statistics(pair.grid(), ways));
  }

  private static Map<String, Object> statistics(Grid grid, float[] ways) {
    Jacobian jacobian = Jacobian.of(grid, ways);
    return Map.of(
        "displacement mm", Ways.meanLength(ways),
        "jacobian mean", jacobian.mean(),
        "jacobian deviation", jacobian.deviation(),
        "jacobian least", jacobian.least(),
        "jacobian most", jacobian.most(),
        "folding", jacobian.folding());
  }

  @Override
  public SortedSet<String> formats() {
    return UNet.FORMATS;
  }

  @Override
  public void export(String format, OutputStream out) throws IOException {
    net.export(format, "registration", false, describe(), out);
  }

  @Override
  public Map<String, Object> describe() {
    return Map.of(
        "task", "registration",
        "network", net.shape().toString(),
        "resolution", options.resolution(),
        "steps", options.steps(),
        "regularization", options.lambda(),
        "scaling", options.scaling().toString(),
        "parameters", net.parameters());
  }

  @Override
  public void close() {
    net.close();
  }
}
