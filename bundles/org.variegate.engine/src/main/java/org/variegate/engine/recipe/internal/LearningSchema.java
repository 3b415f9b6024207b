package org.variegate.engine.recipe.internal;

import static org.variegate.engine.recipe.internal.SchemaParts.atLeast;
import static org.variegate.engine.recipe.internal.SchemaParts.described;
import static org.variegate.engine.recipe.internal.SchemaParts.object;
import static org.variegate.engine.recipe.internal.SchemaParts.orParameter;
import static org.variegate.engine.recipe.internal.SchemaParts.reference;
import static org.variegate.engine.recipe.internal.SchemaParts.standard;
import static org.variegate.engine.recipe.internal.SchemaParts.text;
import static org.variegate.engine.recipe.internal.SchemaParts.type;

import java.util.LinkedHashMap;
import java.util.Map;

/** The part of the schema that is of learning. */
final class LearningSchema {
  private LearningSchema() {}

  /** The keys of a recipe. */
  static Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(LearningReader.MODEL, described(reference("model"), "What learns from the samples"));
    keys.put(LearningReader.TRAINING, described(object(training()), "How it learns"));
    keys.put(
        LearningReader.VALIDATION,
        described(reference("probe"), "Samples by which the best state is chosen"));
    Map<String, Object> tests = type("object");
    tests.put("additionalProperties", reference("probe"));
    keys.put(LearningReader.TEST, described(tests, "Samples it is measured on, by name"));
    return keys;
  }

  /** How many samples a probe has. */
  static Map<String, Object> samples() {
    return described(orParameter(atLeast(1)), "How many; one pass over the files unless given");
  }

  private static Map<String, Object> training() {
    Map<String, Object> training = new LinkedHashMap<>();
    training.put(LearningReader.DIRECTORY, described(text(), "Where the model goes"));
    for (LearningReader.Whole whole : LearningReader.Whole.values()) {
      Map<String, Object> number = orParameter(atLeast(whole.lowest));
      training.put(whole.key(), standard(described(number, whole.description), whole.standard));
    }
    Map<String, Object> rate = atLeast(0);
    rate.put("type", "number");
    training.put(
        LearningReader.RATE,
        standard(
            described(orParameter(rate), "Learning rate at its highest"),
            LearningReader.STANDARD_RATE));
    Map<String, Object> schedule =
        orParameter(new LinkedHashMap<>(Map.of("enum", LearningReader.schedules())));
    training.put(
        LearningReader.SCHEDULE, described(schedule, "How the rate falls; constant unless given"));
    return training;
  }
}
