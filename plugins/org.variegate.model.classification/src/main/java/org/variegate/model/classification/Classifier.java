package org.variegate.model.classification;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Explaining;
import org.variegate.api.task.Exporting;
import org.variegate.api.task.HeatMap;
import org.variegate.api.task.Shown;
import org.variegate.api.task.Shown.Verdict;
import org.variegate.dl4j.Leftovers;
import org.variegate.dl4j.NetworkArchive;
import org.variegate.dl4j.NetworkState;
import org.variegate.dl4j.Preamble;
import org.variegate.dl4j.onnx.OnnxLayers;
import org.variegate.dl4j.onnx.OnnxModel;

/** A classifier while it learns and when it is used. */
final class Classifier implements Explaining, Exporting {
  private static final SortedSet<String> FORMATS =
      Collections.unmodifiableSortedSet(new TreeSet<>(List.of("onnx", "zip")));
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Reader reader;
  private final Labels labels;
  private final long seed;
  private final MultiLayerNetwork network;
  private final int trunk;
  private double rate = Double.NaN;

  private Classifier(Reader reader, Labels labels, long seed, MultiLayerNetwork network) {
    this.reader = reader;
    this.labels = labels;
    this.seed = seed;
    this.network = network;
    this.trunk = Heads.trunk(network);
  }

  static Classifier create(Classification.Config config, Base base, Labels labels, long seed) {
    Heads heads = new Heads(config, labels.names().size(), seed);
    long[] shape = base.reader().shape();
    MultiLayerNetwork network =
        shape.length == 1
            ? heads.ofFeatures(shape[0])
            : heads.ofMaps(base.trunk(), shape[0], shape[1], shape[2]);
    return new Classifier(base.reader(), labels, seed, network);
  }

  static Classifier load(InputStream state, Reader reader, Labels labels, long seed)
      throws IOException {
    DataInputStream in = new DataInputStream(state);
    preamble(reader).require(in);
    List<String> learned = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      learned.add(in.readUTF());
    }
    Labels known = labels.learned(learned);
    return new Classifier(reader, known, seed, NetworkState.readLayers(in));
  }

  private static Preamble preamble(Reader reader) {
    return new Preamble("variegate classification 2").with("input", reader.identity());
  }

  @Override
  public void save(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    preamble(reader).write(data);
    data.writeInt(labels.names().size());
    for (String name : labels.names()) {
      data.writeUTF(name);
    }
    NetworkState.write(network, data);
    data.flush();
  }

  @Override
  public Example example(Sample sample) {
    return new Sight(reader.read(Reader.picture(sample)), labels.of(sample));
  }

  @Override
  public double train(List<Example> batch, double now, long step) {
    if (now != rate) {
      network.setLearningRate(now);
      rate = now;
    }
    float[] truth = new float[batch.size() * labels.names().size()];
    for (int i = 0; i < batch.size(); i++) {
      truth[i * labels.names().size() + ((Sight) batch.get(i)).label()] = 1;
    }
    Nd4j.getRandom().setSeed(seed ^ (SPREAD * (step + 1))); // of what is left out
    try (INDArray inputs = inputs(batch);
        INDArray truths =
            Nd4j.createFromArray(truth).reshape(batch.size(), labels.names().size())) {
      network.fit(inputs, truths);
    }
    return network.score();
  }

  private INDArray inputs(List<Example> batch) {
    Leftovers.clear();
    long[] shape = new long[reader.shape().length + 1];
    System.arraycopy(reader.shape(), 0, shape, 1, shape.length - 1);
    shape[0] = batch.size();
    int size = ((Sight) batch.get(0)).input().length;
    float[] all = new float[batch.size() * size];
    for (int i = 0; i < batch.size(); i++) {
      System.arraycopy(((Sight) batch.get(i)).input(), 0, all, i * size, size);
    }
    return Nd4j.createFromArray(all).reshape(shape);
  }

  /** The probability of each class. */
  double[][] probabilities(List<Example> batch) {
    try (INDArray inputs = inputs(batch);
        INDArray output = network.output(inputs)) {
      return output.toDoubleMatrix();
    }
  }

  @Override
  public Evaluation evaluation() {
    return new Accuracy(this, labels.names());
  }

  @Override
  public void predict(Sample sample) {
    Sight sight = new Sight(reader.read(Reader.picture(sample)), 0);
    double[] found = probabilities(List.of(sight))[0];
    Map<String, Object> prediction = new LinkedHashMap<>();
    for (int i = 0; i < found.length; i++) {
      prediction.put(labels.names().get(i), found[i]);
    }
    sample.annotate("prediction", prediction);
  }

  @Override
  public Optional<Shown> show(Sample sample) {
    int truth = labels.of(sample);
    double[] found = belief(reader.input().of(Reader.picture(sample)));
    int likeliest = Accuracy.largest(found);
    String words =
        String.format(Locale.ROOT, "%s %.3f", labels.names().get(likeliest), found[likeliest]);
    return Optional.of(
        new Shown(
            List.of(sample.get(Part.IMAGE)),
            labels.names().get(truth),
            words,
            truth == likeliest ? Verdict.RIGHT : Verdict.WRONG));
  }

  @Override
  public List<HeatMap> explain(Sample sample) {
    float[] prepared = reader.input().of(Reader.picture(sample));
    double[] found = belief(prepared);
    int place = Accuracy.largest(found);
    String label = labels.names().get(place);
    Maps maps = maps(prepared);
    int steps = Occlusion.steps();
    float[] hidden =
        Occlusion.of(prepared, reader.input().size(), picture -> odds(belief(picture), place));
    return List.of(
        new HeatMap(
            "Grad-CAM", label, found[place], maps.width(), maps.height(), attention(maps, place)),
        new HeatMap("occlusion", label, found[place], steps, steps, hidden));
  }

  private double[] belief(float[] prepared) {
    return probabilities(List.of(new Sight(reader.features(prepared), 0)))[0];
  }

  /** Log-odds: unlike probabilities they still tell differences of what is all but certain. */
  private static double odds(double[] found, int place) {
    double others = 0;
    for (int i = 0; i < found.length; i++) {
      others += i == place ? 0 : found[i];
    }
    return Math.log(Math.max(Double.MIN_NORMAL, found[place]))
        - Math.log(Math.max(Double.MIN_NORMAL, others));
  }

  /** The last maps before their means are taken. */
  Maps maps(float[] prepared) {
    if (reader instanceof FeatureReader features) {
      return features.maps(prepared);
    }
    try (INDArray input = inputs(List.of(new Sight(reader.features(prepared), 0)));
        INDArray found = network.feedForwardToLayer(trunk - 1, input).get(trunk)) {
      long[] shape = found.shape();
      return new Maps(
          (int) shape[1],
          (int) shape[2],
          (int) shape[3],
          found.dup('c').reshape(found.length()).toFloatVector());
    }
  }

  private float[] attention(Maps maps, int place) {
    Gradient gradient = new Gradient(network, trunk == 0 ? 0 : trunk + 1);
    boolean whole = trunk == 0 && !reader.input().pooled();
    float[] by = gradient.of(whole ? maps.values() : maps.means(), place);
    return maps.weighted(whole ? maps.pooled(by) : by);
  }

  @Override
  public SortedSet<String> formats() {
    return FORMATS;
  }

  @Override
  public void export(String format, OutputStream out) throws IOException {
    if (format.equals("zip")) {
      NetworkArchive.write(network, out);
      return;
    }
    Reader.OnnxPart part = reader.onnx();
    OnnxModel model = part.model();
    String said = new OnnxLayers(model, "head_", 2).add(network, part.value());
    model.apply("Identity", "probabilities", List.of(said), Map.of());
    model.output("probabilities", "pictures", (long) labels.names().size());
    new TreeMap<>(describe()).forEach(model::note);
    new TreeMap<>(reader.input().describe()).forEach(model::note);
    model.write(out);
  }

  @Override
  public Map<String, Object> describe() {
    return Map.of(
        "task", "classification",
        "classes", labels.names(),
        "input", reader.identity(),
        "parameters", network.numParams());
  }

  @Override
  public void close() {
    network.close();
    reader.close();
  }
}
