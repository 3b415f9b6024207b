package org.variegate.engine.recipe.internal;

import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.variegate.engine.recipe.Learning;
import org.variegate.engine.recipe.PipelineNode;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.StageNode;

/** Makes a recipe of what its files say. */
public final class RecipeBuilder {
  private static final String DIRECTORY = "directory";
  private static final String SAMPLES_PER_SHARD = "samplesPerShard";
  private static final String SINK = "sink";
  private static final List<String> OF_SINKS = List.of(DIRECTORY, SAMPLES_PER_SHARD);
  private static final List<String> KEYS =
      List.of(
          "name",
          "seed",
          "samples",
          PipelineReader.SOURCE,
          PipelineReader.STAGES,
          SINK,
          LearningReader.MODEL,
          LearningReader.TRAINING,
          LearningReader.VALIDATION,
          LearningReader.TEST,
          Omission.KEY,
          "failures",
          "swap",
          Parameters.KEY,
          RecipeFiles.INCLUDE);

  static final double FAILURES = 0.01;
  static final double TIMEOUT = 60;
  private static final double LONGEST = 1e9;
  static final int SHARD = 100;

  private final PluginCatalog catalog;
  private final Path file;
  private final Fields fields;

  private RecipeBuilder(PluginCatalog catalog, Path file, Fields fields) {
    this.catalog = catalog;
    this.file = file;
    this.fields = fields;
  }

  /**
   * Reads, resolves and checks a recipe.
   *
   * @param catalog the installed plugins
   * @param file where it is
   * @param text what is in it, or null to read the file
   * @param assignments {@code key=value}
   * @return the recipe
   * @throws RecipeException what is wrong first
   */
  public static Recipe build(
      PluginCatalog catalog, Path file, String text, List<String> assignments)
      throws RecipeException {
    RecipeFiles files = new RecipeFiles();
    Fields read = text == null ? files.recipe(file) : files.recipe(text, file);
    Fields assigned = assign(read, assignments, RecipeFiles.folder(file));
    return new RecipeBuilder(new FoundPlugins(catalog), file, assigned).build();
  }

  private static Fields assign(Fields read, List<String> assignments, String folder)
      throws RecipeException {
    Parameters parameters = new Parameters(read);
    read.requireKeys("a recipe", KEYS);
    Fields recipe = read.without(Parameters.KEY);
    for (String typed : assignments) {
      Assignment assignment = Assignment.parse(typed, folder);
      if (parameters.names().contains(assignment.key())) {
        parameters.give(assignment.key(), assignment.value());
      } else {
        recipe = AssignedPath.set(recipe, assignment, parameters.names());
      }
    }
    return (Fields) parameters.substitute(recipe);
  }

  private Recipe build() throws RecipeException {
    long samples = samples();
    PipelineReader reader = new PipelineReader(catalog);
    PipelineNode pipeline = Omission.of(reader.amongOthers(fields), omit());
    StageNode sink = fields.has(SINK) ? reader.sink(fields.get(SINK), OF_SINKS) : null;
    requireFit(pipeline, sink);
    Learning learning = new LearningReader(catalog, reader, fields).read(pipeline, samples);
    Fields shards = sink == null ? Fields.empty(fields.position()) : optionsOf(fields.get(SINK));
    return withResolved(
        new Recipe(
            new Position(file.toString(), 0, 0),
            name(),
            seed(),
            samples,
            pipeline,
            sink,
            shards.has(DIRECTORY) ? path(DIRECTORY, shards.get(DIRECTORY)) : null,
            samplesPerShard(shards),
            below("failures", "maximum", FAILURES, 1),
            seconds(below("swap", "timeout", TIMEOUT, LONGEST)),
            learning,
            ""));
  }

  private void requireFit(PipelineNode pipeline, StageNode sink) throws RecipeException {
    Parts parts = new Parts(catalog);
    Set<String> given = parts.after(pipeline);
    if (sink != null) {
      parts.requireFor(sink, given);
    }
  }

  private static Fields optionsOf(Value plugin) {
    Fields named = (Fields) plugin;
    boolean some = named.get(named.onlyKey()) instanceof Fields;
    return some ? (Fields) named.get(named.onlyKey()) : Fields.empty(plugin.position());
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(StrictMath.round(1000 * seconds));
  }

  private static Recipe withResolved(Recipe recipe) {
    String resolved = ResolvedYaml.of(recipe);
    return new Recipe(
        recipe.file(),
        recipe.name(),
        recipe.seed(),
        recipe.samples(),
        recipe.pipeline(),
        recipe.sink(),
        recipe.directory(),
        recipe.samplesPerShard(),
        recipe.failuresMaximum(),
        recipe.swapTimeout(),
        withResolved(recipe.learning(), resolved),
        resolved);
  }

  private static Learning withResolved(Learning learning, String recipe) {
    return learning == null
        ? null
        : new Learning(
            learning.model(),
            learning.training(),
            learning.validation(),
            learning.tests(),
            recipe + ResolvedYaml.of(learning));
  }

  /** The name given, else the file's without its extension. */
  private String name() throws RecipeException {
    if (fields.has("name")) {
      return nonBlank("name", fields.get("name"));
    }
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String nonBlank(String key, Value value) throws RecipeException {
    String text = Typed.text(key, value);
    if (text.isBlank()) {
      throw Typed.wrong(key, "text that is not empty", value);
    }
    return text;
  }

  static String path(String key, Value value) throws RecipeException {
    String text = nonBlank(key, value);
    try {
      Path.of(text);
      return text;
    } catch (InvalidPathException e) {
      throw Typed.wrong(key, "the name of a folder", value);
    }
  }

  /** Signed, or unsigned: both are the same 64 bits. */
  private long seed() throws RecipeException {
    if (!fields.has("seed")) {
      return 0;
    }
    BigInteger seed = Typed.whole("seed", fields.get("seed"));
    if (seed.bitLength() > (seed.signum() < 0 ? 63 : 64)) {
      throw Typed.wrong("seed", "a whole number of 64 bits", fields.get("seed"));
    }
    return seed.longValue();
  }

  private long samples() throws RecipeException {
    if (!fields.has("samples")) {
      throw new RecipeException(
          fields.position(), "samples is missing: how many to make, such as 'samples: 100'");
    }
    Value value = fields.get("samples");
    return whole("samples", value, 0, Long.MAX_VALUE).longValue();
  }

  static BigInteger whole(String key, Value value, long lowest, long highest)
      throws RecipeException {
    BigInteger whole = Typed.whole(key, value);
    if (whole.compareTo(BigInteger.valueOf(lowest)) < 0) {
      throw Typed.wrong(key, "a whole number of at least " + lowest, value);
    }
    if (whole.compareTo(BigInteger.valueOf(highest)) > 0) {
      throw Typed.wrong(key, "a whole number of at most " + highest, value);
    }
    return whole;
  }

  private List<Value> omit() {
    Value omit = fields.get(Omission.KEY);
    if (omit == null) {
      return List.of();
    }
    return omit instanceof Items items ? items.values() : List.of(omit);
  }

  private static int samplesPerShard(Fields options) throws RecipeException {
    if (!options.has(SAMPLES_PER_SHARD)) {
      return SHARD;
    }
    Value value = options.get(SAMPLES_PER_SHARD);
    return whole(SAMPLES_PER_SHARD, value, 1, Integer.MAX_VALUE).intValue();
  }

  /** A number in [0, highest] that stands alone in a mapping. */
  private double below(String mapping, String key, double standard, double highest)
      throws RecipeException {
    if (!fields.has(mapping)) {
      return standard;
    }
    Fields found = Typed.fields(mapping, fields.get(mapping));
    found.requireKeys(mapping, List.of(key));
    Value value = found.get(key);
    if (value == null) {
      return standard;
    }
    String full = mapping + "." + key;
    double number = Typed.number(full, value);
    if (!(number >= 0 && number <= highest)) {
      throw Typed.wrong(full, "a number from 0 to " + (long) highest, value);
    }
    return number;
  }
}
