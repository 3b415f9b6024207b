package org.variegate.engine.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.variegate.api.Sink;
import org.variegate.api.space.Resampler;
import org.variegate.engine.Engine;
import org.variegate.engine.Outcome;
import org.variegate.engine.Pipeline;
import org.variegate.engine.RunException;
import org.variegate.engine.RunListener;
import org.variegate.engine.internal.dataset.DatasetFile;
import org.variegate.engine.internal.dataset.DatasetFolder;
import org.variegate.engine.internal.dataset.Discarded;
import org.variegate.engine.internal.dataset.Mismatch;
import org.variegate.engine.internal.dataset.Shards;
import org.variegate.engine.internal.dataset.Target;
import org.variegate.engine.internal.pipeline.Layout;
import org.variegate.engine.internal.pipeline.LayoutBuilder;
import org.variegate.engine.internal.pipeline.SampleMaker;
import org.variegate.engine.internal.run.Run;
import org.variegate.engine.internal.run.SerialListener;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.RecipeReader;
import org.variegate.engine.recipe.internal.BundleHashes;
import org.variegate.engine.recipe.internal.InstalledPlugins;
import org.variegate.engine.recipe.internal.Parts;
import org.variegate.engine.recipe.internal.RecipeSchema;

/** The engine. */
@Component
public final class EngineComponent implements Engine {
  private static final AtomicLong WIRINGS = new AtomicLong();

  private final Services services;
  private final Resampler resampler;
  private final PluginCatalog plugins;
  private final BundleVersions versions;

  /**
   * Starts without a wiring.
   *
   * @param context of this bundle
   * @param configurations makes components
   * @param runtime knows the components
   * @param resampler moves parts of samples through space
   * @param resamplerBundle where it comes from
   */
  @Activate
  public EngineComponent(
      BundleContext context,
      @Reference ConfigurationAdmin configurations,
      @Reference ServiceComponentRuntime runtime,
      @Reference Resampler resampler,
      @Reference(name = "ResamplerBundle") ServiceReference<Resampler> resamplerBundle) {
    this.services = new Services(context, configurations, runtime);
    this.resampler = resampler;
    BundleHashes hashes = new BundleHashes();
    this.versions = new BundleVersions(hashes, context.getBundle(), resamplerBundle.getBundle());
    this.plugins = new InstalledPlugins(context, runtime, hashes);
    Wiring.removeStale(services);
  }

  @Override
  public PluginCatalog plugins() {
    return plugins;
  }

  @Override
  public Recipe read(Path file, List<String> assignments) throws RecipeException {
    RecipeReader reader = new RecipeReader(plugins);
    Path dataset = Files.isDirectory(file) ? file.resolve(DatasetFile.NAME) : file;
    if (!dataset.endsWith(DatasetFile.NAME) || !Files.isRegularFile(dataset)) {
      return reader.read(file, assignments);
    }
    try {
      String recipe = DatasetFile.read(dataset.toAbsolutePath().getParent()).recipe();
      return reader.read(recipe, dataset, assignments);
    } catch (Mismatch | IOException e) {
      throw new RecipeException(new Position(dataset.toString(), 0, 0), e.getMessage());
    }
  }

  @Override
  public Pipeline open(Recipe recipe) throws RecipeException {
    return wire(recipe);
  }

  @Override
  public Pipeline openWithModel(Recipe recipe) throws RecipeException {
    if (recipe.learning() == null) {
      throw new RecipeException(recipe.file(), "model: needs one to learn, has none");
    }
    return wireAll(recipe);
  }

  WiredPipeline wire(Recipe recipe) throws RecipeException {
    return wireAll(recipe.withoutLearning());
  }

  private WiredPipeline wireAll(Recipe recipe) throws RecipeException {
    Layout layout = LayoutBuilder.layout(recipe, plugins);
    SampleMaker maker = new SampleMaker(layout, recipe.seed(), resampler);
    String run = "run-" + WIRINGS.incrementAndGet();
    Wiring wiring = Wiring.open(services, layout, run, versions, maker);
    return new WiredPipeline(recipe, maker, wiring, new Parts(plugins).after(recipe.pipeline()));
  }

  @Override
  public Outcome run(Recipe recipe, int workers, RunListener listener)
      throws RecipeException, RunException {
    if (recipe.sink() == null) {
      throw new RecipeException(recipe.file(), "sink: needs one to keep samples, has none");
    }
    SerialListener serial = new SerialListener(listener);
    try (WiredPipeline pipeline = wire(recipe);
        Target target = target(recipe, pipeline, workers, serial)) {
      return new Run(recipe, pipeline.maker(), pipeline.instances(), target, workers, serial).run();
    }
  }

  private static Target target(
      Recipe recipe, WiredPipeline pipeline, int workers, RunListener listener)
      throws RecipeException, RunException {
    Sink sink = pipeline.maker().sink(pipeline.snapshot());
    if (!sink.stores()) {
      return new Discarded(new Shards(recipe.samples(), recipe.samplesPerShard()));
    }
    if (recipe.directory() == null) {
      throw new RecipeException(
          recipe.sink().position(), "directory: needs a folder for the dataset, got none");
    }
    return DatasetFolder.open(recipe, pipeline.facts(), workers, listener);
  }

  @Override
  public String replay(
      Recipe recipe, Pipeline pipeline, long index, List<String> overrides, Path target)
      throws RunException {
    if (!(pipeline instanceof WiredPipeline wired)) {
      throw new IllegalArgumentException("pipeline: needs one that this engine opened");
    }
    return new Replay(recipe, wired).run(index, overrides, target);
  }

  @Override
  public String verify(Path directory, long remake, RunListener listener) throws RunException {
    return new Verification(this, directory, new SerialListener(listener)).run(remake);
  }

  @Override
  public String schema() {
    return new RecipeSchema(plugins).json();
  }
}
