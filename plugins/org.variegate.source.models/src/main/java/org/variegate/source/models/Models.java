package org.variegate.source.models;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Cache;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.draws.Draws;
import org.variegate.draws.Weighted;
import org.variegate.formats.FormatException;
import org.variegate.formats.FoundFile;
import org.variegate.scene.Categories;
import org.variegate.scene.Instance;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Studio;
import org.variegate.scene.gltf.Gltf;

/**
 * Opens each sample with a model of a class from a file.
 *
 * <p>Files are found at activation, read when they are drawn, and kept within a bound; a model is
 * shared by all samples that drew it.
 */
@Component(service = Source.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Models.Config.class, factory = true)
@Plugin(name = "models", gives = "SCENE")
public final class Models implements Source {
  private static final String TABLE = "models.yaml";

  /** The options. */
  @ObjectClassDefinition(name = "models", description = "Scenes with models from glTF files.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "Folder with one folder a class, which holds .glb and .gltf files, relative to the"
                + " working directory; a file models.yaml in it may say yaw and length of some")
    String path();

    @AttributeDefinition(description = "The classes [name]; none for all there are")
    String[] classes() default {};

    @AttributeDefinition(
        description =
            "How often each class is drawn [1]; one weight a class, or none for all alike")
    double[] weights() default {};

    @AttributeDefinition(
        description =
            "All classes of the dataset, if other sources have more [name]: a class's number is its"
                + " place among them in alphabetical order; none for those of this source")
    String[] categories() default {};

    @AttributeDefinition(
        description =
            "Length of the longest edge of a model's box by class [m], class: length; 1 m for a"
                + " class that is not named")
    String[] lengths() default {"cat: 0.6", "dog: 0.9", "bike: 1.75", "car: 4.4"};

    @AttributeDefinition(
        description = "How large a file may be, with all it refers to [MB]; 1 to 1024",
        min = "1",
        max = "1024")
    int largest() default 128;

    @AttributeDefinition(
        description = "How much memory models may take [MB]; 1 to 4096; changes no result",
        min = "1",
        max = "4096")
    int memory() default 300;
  }

  private final Map<String, List<ModelFile>> files = new TreeMap<>();
  private final List<String> numbered;
  private final Weighted<String> category;
  private final Map<String, Double> lengths;
  private final Table table;
  private final String filesSha256;
  private final long largest;
  private final Cache<ModelFile, Loaded> cache;

  /**
   * Finds the files.
   *
   * @param config the options
   * @throws IllegalArgumentException if an option is out of range or a class has no model
   */
  @Activate
  public Models(Config config) {
    List<ModelFile> all = ModelFile.find(config.path(), List.of(config.classes()));
    all.forEach(file -> files.computeIfAbsent(file.category(), c -> new ArrayList<>()).add(file));
    List<String> classes =
        config.classes().length == 0 ? List.copyOf(files.keySet()) : distinct(config);
    category = Weighted.of("weights", classes, config.weights());
    numbered = numbered(classes, config.categories());
    lengths = lengths(config.lengths());
    table = Table.read(Path.of(config.path(), TABLE));
    if (table.sha256().isPresent()) {
      table.requireOnly(ModelFile.names(config.path()));
    }
    filesSha256 = FoundFile.sha256(all.stream().map(ModelFile::file).toList());
    largest = megabytes("largest", config.largest(), 1024);
    cache =
        new Cache<>(megabytes("memory", config.memory(), 4096), loaded -> loaded.model().bytes());
  }

  private static List<String> distinct(Config config) {
    List<String> names = List.of(config.classes());
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("classes: needs each once, got " + names);
    }
    return names;
  }

  private static List<String> numbered(List<String> classes, String[] categories) {
    List<String> all = categories.length == 0 ? classes : List.of(categories);
    if (!all.containsAll(classes)) {
      throw new IllegalArgumentException("categories: needs all of " + classes + ", got " + all);
    }
    return all;
  }

  private static long megabytes(String key, int value, int most) {
    if (!(value >= 1 && value <= most)) {
      throw new IllegalArgumentException(key + ": needs MB in [1, " + most + "], got " + value);
    }
    return (long) value << 20;
  }

  private static Map<String, Double> lengths(String[] entries) {
    Map<String, Double> lengths = new TreeMap<>();
    for (String entry : entries) {
      int colon = entry.lastIndexOf(':');
      double length = colon < 0 ? Double.NaN : number(entry.substring(colon + 1));
      if (!(length > 0 && length <= 1000)) {
        throw new IllegalArgumentException(
            "lengths: needs entries such as cat: 0.6, up to 1000 m, got " + entry);
      }
      lengths.put(entry.substring(0, colon).strip(), length);
    }
    return lengths;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  @Override
  public Map<String, Object> facts() {
    return Categories.numbered(numbered);
  }

  @Override
  public void open(Sample sample, Draws draws) {
    ModelFile file = draws.choose("model", files.get(draws.choose("class", category)));
    Loaded loaded = cache.get(file, this::load);
    sample.input("path", filesSha256);
    table.sha256().ifPresent(sha256 -> sample.input(TABLE, sha256));
    loaded.inputs().forEach(sample::input);
    Scene scene = Studio.of(new Instance(1, file.category(), Role.SUBJECT, loaded.model()));
    scene.classes(numbered);
    sample.put(Scene.SCENE, scene);
    sample.annotate("model", file.toString());
  }

  private Loaded load(ModelFile file) {
    Path path = file.file().path();
    try {
      Fit fit = table.fit(path, lengths.getOrDefault(file.category(), 1.0));
      Gltf gltf = Gltf.read(path, largest, fit::placing);
      return new Loaded(gltf.model(), gltf.hashes(file.toString()));
    } catch (FormatException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
