package org.variegate.engine.internal.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.variegate.api.Members;
import org.variegate.api.Part;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.Sink;
import org.variegate.api.Source;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.engine.Outcome;
import org.variegate.engine.RunException;
import org.variegate.engine.RunListener;
import org.variegate.engine.internal.dataset.DatasetFolder;
import org.variegate.engine.internal.dataset.Discarded;
import org.variegate.engine.internal.dataset.Shards;
import org.variegate.engine.internal.dataset.Target;
import org.variegate.engine.internal.pipeline.Instances;
import org.variegate.engine.internal.pipeline.Layout;
import org.variegate.engine.internal.pipeline.PipelinePlan;
import org.variegate.engine.internal.pipeline.SampleMaker;
import org.variegate.engine.internal.pipeline.Slot;
import org.variegate.engine.internal.pipeline.Snapshot;
import org.variegate.engine.internal.pipeline.StageInstance;
import org.variegate.engine.internal.pipeline.Step;
import org.variegate.engine.internal.provenance.BundleVersion;
import org.variegate.engine.recipe.PipelineNode;
import org.variegate.engine.recipe.PluginDescription;
import org.variegate.engine.recipe.PluginDescription.Kind;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.StageNode;

/**
 * A pipeline of plain objects: a source draws a number, a randomizer changes it, a sink keeps it.
 */
final class Fixture {
  static final Part<double[]> VALUE = new Part<>("VALUE", double[].class);

  final Layout layout;
  final Instances instances;
  private final StageInstance[] stages = new StageInstance[3];
  final List<String> notices = new ArrayList<>();
  Map<String, Object> facts = Map.of();
  double failuresMaximum = 1;
  Duration swapTimeout = Duration.ofSeconds(10);
  Consumer<String> heard = notice -> {};
  volatile long stopAt = Long.MAX_VALUE;
  final CountDownLatch stopping = new CountDownLatch(1);
  volatile long done;

  Fixture() {
    layout =
        new Layout(
            new PipelinePlan(
                new Step("source", "source", Kind.SOURCE, 0, null),
                List.of(new Step("change", "change", Kind.RANDOMIZER, 1, null))),
            2,
            -1,
            List.of(slot(0, "source"), slot(1, "change"), slot(2, "sink.text")),
            List.of());
    instances = new Instances(Snapshot.of(layout.slots(), stages, Map.of()), path -> "is gone");
    put(0, (Source) Fixture::open, "1.0.0");
    put(1, (Randomizer) Fixture::change, "1.0.0");
    put(2, (Sink) Fixture::encode, "1.0.0");
  }

  static void open(Sample sample, Draws draws) {
    sample.put(VALUE, draws.sample("value", Distribution.parse("value", "normal(0, 1)"), 3));
    sample.annotate("half", sample.index() / 2.0);
  }

  static void change(Sample sample, Draws draws) {
    sample.get(VALUE)[0] *= draws.sample("factor", Distribution.parse("factor", "uniform(1, 2)"));
  }

  static void encode(Sample sample, Members members) throws IOException {
    for (double value : sample.get(VALUE)) {
      String name = "v" + Long.toHexString(Double.doubleToLongBits(value)) + ".txt";
      try (OutputStream out = members.create(name)) {
        out.write((sample.index() + " " + Double.doubleToLongBits(value)).getBytes("UTF-8"));
      }
    }
  }

  private static Slot slot(int number, String path) {
    PluginDescription plugin =
        new PluginDescription(
            path, Kind.SOURCE, path, "", List.of(), List.of(), List.of(), List.of(), path, "1", "");
    return new Slot(number, path, node(path), plugin);
  }

  private static StageNode node(String id) {
    return new StageNode(id, id, Map.of(), Map.of(), new Position("test.yaml", 1, 1), Map.of());
  }

  /** Fills a slot, or empties it with null. */
  void put(int slot, org.variegate.api.Stage stage, String version) {
    String hash = "0".repeat(58) + version + slot;
    stages[slot] =
        stage == null
            ? null
            : new StageInstance(stage, new BundleVersion("bundle" + slot, version, hash));
    instances.replace(Snapshot.of(layout.slots(), stages, Map.of()));
  }

  Recipe recipe(Path directory, long samples, int each) {
    String resolved =
        "name: test\nseed: 7\nsamples: "
            + samples
            + "\nsource:\n  source: {}\n"
            + "sink:\n  text:\n    samplesPerShard: "
            + each
            + "\n";
    return recipe(directory, samples, each, resolved);
  }

  Recipe recipe(Path directory, long samples, int each, String resolved) {
    return new Recipe(
        new Position("test.yaml", 0, 0),
        "test",
        7,
        samples,
        new PipelineNode(node("source"), List.of(node("change"))),
        node("text"),
        directory == null ? null : directory.toString(),
        each,
        failuresMaximum,
        swapTimeout,
        null,
        resolved);
  }

  RunListener listener() {
    return new SerialListener(
        new RunListener() {
          @Override
          public void sampleDone(long samples, long failed) {
            done = samples;
          }

          @Override
          public void notice(String message) {
            notices.add(message);
            heard.accept(message);
          }

          @Override
          public String replayCommand(long index) {
            return "replay " + index;
          }

          @Override
          public boolean stopRequested() {
            boolean stop = done >= stopAt;
            if (stop) {
              stopping.countDown();
            }
            return stop;
          }
        });
  }

  Outcome run(Path directory, long samples, int each, int workers) throws RunException {
    return run(recipe(directory, samples, each), workers);
  }

  Outcome run(Recipe recipe, int workers) throws RunException {
    RunListener listener = listener();
    done = 0;
    try (Target target =
        recipe.directory() == null
            ? new Discarded(new Shards(recipe.samples(), recipe.samplesPerShard()))
            : DatasetFolder.open(recipe, facts, workers, listener)) {
      SampleMaker maker =
          new SampleMaker(
              layout,
              recipe.seed(),
              (map, arena) -> {
                throw new AssertionError("nothing here lies in space");
              });
      return new Run(recipe, maker, instances, target, workers, listener).run();
    }
  }

  /** Waits for what must come. */
  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("waited in vain");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files of a dataset that was made in one go. */
  static SortedMap<String, String> reference(Path folder, long samples, int each)
      throws RunException {
    Path whole = folder.resolve("whole");
    new Fixture().run(whole, samples, each, 1);
    return files(whole);
  }

  /** Every file below a folder, by name. */
  static SortedMap<String, String> files(Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        files.put(
            folder.relativize(path).toString(), Files.readString(path, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
