package org.variegate.model.registration;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Exporting;
import org.variegate.api.task.Setting;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;
import org.variegate.dl4j.Preamble;
import org.variegate.metrics.Jacobian;
import org.variegate.model.registration.affine.Initialization;
import org.variegate.model.registration.field.Found;
import org.variegate.model.registration.field.Moving;
import org.variegate.model.registration.field.Ways;
import org.variegate.unet.UNet;

/** A registering network while it learns and when it is used. */
final class Registrar implements Exporting {
  private final Settings options;
  private final Method method;
  private final Views views;

  private Registrar(Settings options, Method method) {
    this.options = options;
    this.method = method;
    this.views = options.views();
  }

  static Registrar create(Settings options, Setting setting) {
    if (!options.structures()) {
      UNet net = VelocityMethod.create(options, setting.seed());
      return new Registrar(options, new VelocityMethod(options, net));
    }
    SortedMap<Integer, String> targets = KnownTargets.toLearn(setting.facts());
    UNet net = StructureMethod.create(options, targets, setting.seed());
    return new Registrar(options, new StructureMethod(options, net, targets));
  }

  static Registrar load(Settings options, InputStream state) throws IOException {
    DataInputStream in = new DataInputStream(state);
    preamble(options).require(in);
    if (!options.structures()) {
      UNet net = UNet.load(options.velocityShape(), in);
      return new Registrar(options, new VelocityMethod(options, net));
    }
    SortedMap<Integer, String> targets = KnownTargets.read(in);
    UNet net = UNet.load(options.structureShape(targets.size()), in);
    return new Registrar(options, new StructureMethod(options, net, targets));
  }

  private static Preamble preamble(Settings options) {
    return new Preamble("variegate registration 2")
        .with("method", options.structures() ? "structures" : "velocity")
        .with("scaling", options.scaling())
        .with("spacing", options.spacing())
        .with("resolution", options.resolution())
        .with("steps", options.steps())
        .with("initialization", options.initialization());
  }

  @Override
  public void save(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    preamble(options).write(data);
    if (method instanceof StructureMethod structures) {
      KnownTargets.write(data, structures.targets());
    }
    method.net().save(data);
  }

  @Override
  public Example example(Sample sample) {
    return method.prepared(views.learned(sample));
  }

  @Override
  public double train(List<Example> batch, double rate, long step) {
    return method.train(batch.stream().map(Pair.class::cast).toList(), rate);
  }

  /** Registers a pair. */
  Found find(Pair pair) {
    return method.find(pair);
  }

  /** What the pairs are brought together by before. */
  Initialization initialization() {
    return options.initialization();
  }

  @Override
  public Evaluation evaluation() {
    return new Alignment(this);
  }

  @Override
  public void predict(Sample sample) {
    Found found = find(views.seen(sample));
    Grid grid = sample.get(Part.IMAGE).grid();
    Sample moving = Views.moving(sample);
    float[] ways = found.ways(grid);
    Moving from = new Moving(grid, moving.get(Part.IMAGE).grid(), ways);
    Sample moved = sample.beside();
    Raster image = moving.get(Part.IMAGE);
    moved.put(
        Part.IMAGE, new Raster(grid, image.channels(), image.unit(), from.linear(image.values())));
    if (moving.has(Part.LABELS)) {
      LabelMap labels = moving.get(Part.LABELS);
      short[] places = new short[labels.grid().size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = (short) labels.place(i);
      }
      moved.put(Part.LABELS, LabelMap.of(grid, labels.legend(), from.nearest(places)));
    }
    sample.put(Part.MOVING, moved);
    sample.put(Part.DISPLACEMENT, new Raster(grid, 3, "mm", ways));
    sample.annotate("prediction", statistics(grid, ways));
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
    method.net().export(format, "registration", options.structures(), describe(), out);
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> told = new TreeMap<>(method.describe());
    told.put("task", "registration");
    told.put("method", options.structures() ? "structures" : "velocity");
    told.put("initialization", options.initialization().toString());
    told.put("network", method.net().shape().describe());
    told.put("resolution", options.resolution());
    told.put("spacing in mm", options.spacing());
    told.put("steps", options.steps());
    told.put("regularization", options.lambda());
    told.put("scaling", options.scaling().toString());
    told.put("parameters", method.net().parameters());
    return told;
  }

  @Override
  public void close() {
    method.net().close();
  }
}
