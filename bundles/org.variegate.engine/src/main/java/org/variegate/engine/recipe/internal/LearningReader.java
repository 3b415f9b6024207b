package org.variegate.engine.recipe.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.variegate.draws.NearestName;
import org.variegate.engine.recipe.Learning;
import org.variegate.engine.recipe.PipelineNode;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.Probe;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.StageNode;
import org.variegate.engine.recipe.Training;
import org.variegate.engine.recipe.Training.Schedule;

/** Reads what a recipe says of learning: the model, its training, and what it is measured on. */
final class LearningReader {
  static final String MODEL = "model";
  static final String TRAINING = "training";
  static final String VALIDATION = "validation";
  static final String TEST = "test";

  static final String SAMPLES = "samples";
  static final String DIRECTORY = "directory";
  static final String SCHEDULE = "schedule";
  static final String RATE = "rate";

  /** The whole numbers of a training: lowest, highest and default. */
  enum Whole {
    EPOCHS(1, Integer.MAX_VALUE, 1, "How often all samples are shown"),
    BATCH(1, 1 << 16, 32, "Samples of one step"),
    WARMUP(0, Integer.MAX_VALUE, 0, "Steps in which the learning rate rises"),
    INTERVAL(0, Integer.MAX_VALUE, 0, "Steps between validations and checkpoints; 0: each epoch"),
    PATIENCE(0, Integer.MAX_VALUE, 0, "Validations without a better one until it stops; 0: never"),
    THREADS(0, 1024, 0, "Threads that compute a step; 0: one each processor"),
    MEMORY(0, 1 << 20, 1000, "Examples kept to be shown again [MB]");

    final long lowest;
    final long highest;
    final long standard;
    final String description;

    Whole(long lowest, long highest, long standard, String description) {
      this.lowest = lowest;
      this.highest = highest;
      this.standard = standard;
      this.description = description;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final double STANDARD_RATE = 0.001;

  private final PluginCatalog catalog;
  private final PipelineReader pipelines;
  private final Fields recipe;

  LearningReader(PluginCatalog catalog, PipelineReader pipelines, Fields recipe) {
    this.catalog = catalog;
    this.pipelines = pipelines;
    this.recipe = recipe;
  }

  /**
   * Reads it.
   *
   * @param own the recipe's pipeline, by which a probe without a source is measured
   * @param samples of the recipe
   * @return what there is, or null if the recipe has no model
   */
  Learning read(PipelineNode own, long samples) throws RecipeException {
    if (!recipe.has(MODEL)) {
      requireNone(TRAINING);
      requireNone(VALIDATION);
      requireNone(TEST);
      return null;
    }
    StageNode model = pipelines.model(recipe.get(MODEL));
    Parts parts = new Parts(catalog);
    parts.requireFor(model, parts.after(own));
    Probe validation =
        recipe.has(VALIDATION) ? probe(VALIDATION, recipe.get(VALIDATION), model, own) : null;
    Map<String, Probe> tests = new LinkedHashMap<>();
    if (recipe.has(TEST)) {
      for (Map.Entry<String, Fields.Field> test :
          Typed.fields(TEST, recipe.get(TEST)).fields().entrySet()) {
        tests.put(name(test), probe(test.getKey(), test.getValue().value(), model, own));
      }
    }
    Training training = training();
    if (samples > Integer.MAX_VALUE / training.epochs()) {
      throw new RecipeException(
          recipe.get(SAMPLES).position(),
          SAMPLES
              + ": needs at most "
              + Integer.MAX_VALUE
              + " shown in all epochs, got "
              + samples
              + " in each of "
              + training.epochs());
    }
    return new Learning(model, training, validation, tests, "");
  }

  private void requireNone(String key) throws RecipeException {
    if (recipe.has(key)) {
      throw new RecipeException(
          recipe.fields().get(key).key(), key + ": means nothing without a model");
    }
  }

  private static String name(Map.Entry<String, Fields.Field> test) throws RecipeException {
    if (!test.getKey().matches("[A-Za-z0-9][A-Za-z0-9-]*")) { // it names files
      throw new RecipeException(
          test.getValue().key(),
          TEST + ": needs names of letters, digits and dashes, got '" + test.getKey() + "'");
    }
    return test.getKey();
  }

  private Probe probe(String key, Value value, StageNode model, PipelineNode own)
      throws RecipeException {
    Fields fields = Typed.fields(key, value);
    fields.requireKeys(key, List.of(SAMPLES, PipelineReader.SOURCE, PipelineReader.STAGES));
    long samples = Probe.ONE_PASS;
    if (fields.has(SAMPLES)) {
      Value number = fields.get(SAMPLES);
      samples = RecipeBuilder.whole(SAMPLES, number, 1, Long.MAX_VALUE).longValue();
    }
    boolean alike = !fields.has(PipelineReader.SOURCE) && !fields.has(PipelineReader.STAGES);
    PipelineNode pipeline = alike ? own : pipelines.amongOthers(fields);
    Parts parts = new Parts(catalog);
    parts.requireFor(model, parts.after(pipeline));
    return new Probe(pipeline, samples, value.position());
  }

  private Training training() throws RecipeException {
    Fields fields =
        recipe.has(TRAINING)
            ? Typed.fields(TRAINING, recipe.get(TRAINING))
            : Fields.empty(recipe.position());
    fields.requireKeys(TRAINING, keys());
    return new Training(
        fields.has(DIRECTORY) ? RecipeBuilder.path(DIRECTORY, fields.get(DIRECTORY)) : null,
        whole(fields, Whole.EPOCHS),
        (int) whole(fields, Whole.BATCH),
        rate(fields),
        schedule(fields),
        whole(fields, Whole.WARMUP),
        whole(fields, Whole.INTERVAL),
        (int) whole(fields, Whole.PATIENCE),
        (int) whole(fields, Whole.THREADS),
        (int) whole(fields, Whole.MEMORY));
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(Arrays.stream(Whole.values()).map(Whole::key).toList());
    keys.addAll(List.of(DIRECTORY, RATE, SCHEDULE));
    return keys;
  }

  private static long whole(Fields fields, Whole whole) throws RecipeException {
    Value value = fields.get(whole.key());
    return value == null
        ? whole.standard
        : RecipeBuilder.whole(whole.key(), value, whole.lowest, whole.highest).longValue();
  }

  private static double rate(Fields fields) throws RecipeException {
    if (!fields.has(RATE)) {
      return STANDARD_RATE;
    }
    double rate = Typed.number(RATE, fields.get(RATE));
    if (!(rate > 0 && rate <= 1000)) {
      throw Typed.wrong(RATE, "a number above 0, at most 1000", fields.get(RATE));
    }
    return rate;
  }

  private static Schedule schedule(Fields fields) throws RecipeException {
    if (!fields.has(SCHEDULE)) {
      return Schedule.CONSTANT;
    }
    String word = Typed.text(SCHEDULE, fields.get(SCHEDULE));
    for (Schedule schedule : Schedule.values()) {
      if (word(schedule).equals(word)) {
        return schedule;
      }
    }
    List<String> valid = schedules();
    throw new RecipeException(
        fields.get(SCHEDULE).position(),
        SCHEDULE + ": there is no '" + word + "'; " + NearestName.hint(word, valid));
  }

  static List<String> schedules() {
    return Arrays.stream(Schedule.values()).map(LearningReader::word).toList();
  }

  static String word(Schedule schedule) {
    return schedule.name().toLowerCase(Locale.ROOT);
  }
}
