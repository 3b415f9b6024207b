package org.variegate.source.breeds;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Arena;
import org.variegate.api.Cache;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.draws.Draws;
import org.variegate.draws.Weighted;
import org.variegate.scene.Categories;
import org.variegate.scene.Genome;
import org.variegate.scene.Instance;
import org.variegate.scene.Model;
import org.variegate.scene.PackedModel;
import org.variegate.scene.RegrowingSpecies;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Species;
import org.variegate.scene.Studio;

/**
 * Opens each sample with an individual of a class, grown from its genome. Individual k of a class
 * is the same in every sample of a dataset, however many there are.
 */
@Component(service = Source.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Breeds.Config.class, factory = true)
@Plugin(name = "breeds", gives = "SCENE")
public final class Breeds implements Source {

  /** The options. */
  @ObjectClassDefinition(
      name = "breeds",
      description = "Scenes with individuals of the species at hand, each grown from a genome.")
  public @interface Config {
    @AttributeDefinition(description = "The classes; each must be a species at hand")
    String[] classes() default {"cat", "dog"};

    @AttributeDefinition(
        description =
            "How often each class is taken, in their order [1]; numbers of at least 0, not all 0;"
                + " none for all alike")
    double[] weights() default {};

    @AttributeDefinition(
        description =
            "All classes of the dataset, if other sources have more [name]: a class's number is its"
                + " place among them in alphabetical order; none for those of this source")
    String[] categories() default {};

    @AttributeDefinition(
        description =
            "How many distinct individuals each class has [individuals]; 0 for another in every"
                + " sample",
        min = "0")
    int genomes() default 100;

    @AttributeDefinition(
        description = "How much memory grown individuals may take [MB]; 1 to 4096",
        min = "1",
        max = "4096")
    int memory() default 600;

    @AttributeDefinition(
        description =
            "Folder that keeps grown individuals from one run to the next, relative to the working"
                + " directory; 'default' for cache/breeds in Variegate's own folder, 'none' for"
                + " none; changes no result")
    String cache() default "default";

    @AttributeDefinition(
        description = "How much the cache's files may take [MB]; 1 to 65536",
        min = "1",
        max = "65536")
    int cacheSize() default 500;
  }

  private static final String NONE = "none";
  private static final String DEFAULT = "default";

  private record Individual(String category, Genome genome) {}

  private final SortedMap<String, Species> species = new TreeMap<>();
  private final List<String> classes;
  private final List<String> numbered;
  private final Weighted<String> category;
  private final int genomes;
  private final Kept kept;
  private final Cache<Individual, PackedModel> grown;

  /**
   * A source of individuals.
   *
   * @param context tells where Variegate's own folder is
   * @param all the species at hand, with their properties
   * @param config the options
   * @throws IllegalArgumentException if one is out of range, or a class is no species at hand
   */
  @Activate
  public Breeds(
      BundleContext context,
      @Reference(
              name = "species",
              service = Species.class,
              cardinality = ReferenceCardinality.AT_LEAST_ONE,
              policyOption = ReferencePolicyOption.GREEDY)
          List<Map.Entry<Map<String, Object>, Species>> all,
      Config config) {
    this(context.getProperty("variegate.home"), all, config);
  }

  /**
   * A source outside of a framework, which has no cache of its own.
   *
   * @param all the species at hand, with their properties
   * @param config the options
   * @throws IllegalArgumentException if one is out of range, or a class is no species at hand
   */
  public Breeds(List<Map.Entry<Map<String, Object>, Species>> all, Config config) {
    this((String) null, all, config);
  }

  /** A source in the framework that was started from a folder, or from none if it is null. */
  Breeds(String home, List<Map.Entry<Map<String, Object>, Species>> all, Config config) {
    all.forEach(
        s -> species.putIfAbsent(String.valueOf(s.getKey().get(Species.PROPERTY)), s.getValue()));
    classes = List.of(config.classes());
    boolean known = classes.stream().allMatch(species::containsKey);
    if (classes.isEmpty() || !known || classes.stream().distinct().count() < classes.size()) {
      throw new IllegalArgumentException(
          "classes: needs different ones of " + species.keySet() + ", got " + classes);
    }
    category = Weighted.of("weights", classes, config.weights());
    numbered = numbered(classes, config.categories());
    genomes = config.genomes();
    if (!(genomes >= 0)) {
      throw new IllegalArgumentException("genomes: needs at least 0 individuals, got " + genomes);
    }
    if (!(config.memory() >= 1 && config.memory() <= 4096)) {
      throw new IllegalArgumentException("memory: needs MB in [1, 4096], got " + config.memory());
    }
    if (!(config.cacheSize() >= 1 && config.cacheSize() <= 65536)) {
      throw new IllegalArgumentException(
          "cacheSize: needs MB in [1, 65536], got " + config.cacheSize());
    }
    kept = kept(config.cache(), home, (long) config.cacheSize() << 20);
    grown = new Cache<>((long) config.memory() << 20, PackedModel::bytes);
  }

  private static Kept kept(String cache, String home, long capacity) {
    boolean own = cache.equals(DEFAULT);
    if (cache.isEmpty() || cache.equals(NONE) || own && home == null) {
      return null;
    }
    try {
      Path folder = own ? Path.of(home, "cache", "breeds") : Path.of(cache);
      if (own || Files.isDirectory(folder) || Files.notExists(folder)) {
        return new Kept(folder, capacity);
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("cache: needs a folder, got " + cache, e);
    }
    throw new IllegalArgumentException("cache: needs a folder, got " + cache);
  }

  private static List<String> numbered(List<String> classes, String[] categories) {
    List<String> all = categories.length == 0 ? classes : List.of(categories);
    if (!all.containsAll(classes)) {
      throw new IllegalArgumentException("categories: needs all of " + classes + ", got " + all);
    }
    return all;
  }

  @Override
  public Map<String, Object> facts() {
    Map<String, Object> facts = new TreeMap<>(Categories.numbered(numbered));
    for (String name : classes) {
      facts.putAll(Categories.keypoints(name, species.get(name).landmarks()));
    }
    return facts;
  }

  @Override
  public void open(Sample sample, Draws draws) {
    String drawn = draws.choose("class", category);
    Draws individual =
        genomes == 0
            ? draws.child("individual")
            : draws.shared("individual-" + drawn, draws.index("individual", genomes));
    Genome genome = species.get(drawn).genome(individual);
    PackedModel packed =
        grown.get(new Individual(drawn, genome), asked -> grow(asked, sample.arena()));
    Model model = packed.unpack(sample.arena());
    Scene scene = Studio.of(new Instance(1, drawn, Role.SUBJECT, model));
    scene.classes(numbered);
    sample.put(Scene.SCENE, scene);
  }

  private PackedModel grow(Individual individual, Arena arena) {
    Species its = species.get(individual.category);
    return kept != null && its instanceof RegrowingSpecies regrowing
        ? kept.grow(regrowing, individual.genome, arena)
        : PackedModel.of(its.grow(individual.genome));
  }
}
