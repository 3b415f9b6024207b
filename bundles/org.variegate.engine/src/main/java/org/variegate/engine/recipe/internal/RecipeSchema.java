package org.variegate.engine.recipe.internal;

import static org.variegate.engine.recipe.internal.SchemaParts.DESCRIPTION;
import static org.variegate.engine.recipe.internal.SchemaParts.atLeast;
import static org.variegate.engine.recipe.internal.SchemaParts.described;
import static org.variegate.engine.recipe.internal.SchemaParts.listOf;
import static org.variegate.engine.recipe.internal.SchemaParts.object;
import static org.variegate.engine.recipe.internal.SchemaParts.orParameter;
import static org.variegate.engine.recipe.internal.SchemaParts.reference;
import static org.variegate.engine.recipe.internal.SchemaParts.standard;
import static org.variegate.engine.recipe.internal.SchemaParts.text;
import static org.variegate.engine.recipe.internal.SchemaParts.type;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.variegate.engine.recipe.InnerPipelines;
import org.variegate.engine.recipe.Option;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.PluginDescription;
import org.variegate.engine.recipe.PluginDescription.Kind;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.StageNode;

/**
 * A JSON schema (draft 2020-12) by which editors complete and check recipes and the parts they
 * include. Nothing is required of a file, because another may say it; a text with {@code ${name}}
 * may stand for any value.
 */
public final class RecipeSchema {
  private final PluginCatalog catalog;

  /**
   * A schema of what is installed now.
   *
   * @param catalog the plugins
   */
  public RecipeSchema(PluginCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Writes the schema.
   *
   * @return JSON
   */
  public String json() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(
        RecipeFiles.INCLUDE,
        described(
            listOf(type("string")), "Files that this one builds on; what it says itself wins"));
    properties.put(Parameters.KEY, parameters());
    properties.put("name", described(text(), "Name of the dataset; default: the file's"));
    properties.put("seed", described(seed(), "What all draws depend on; default 0"));
    properties.put("samples", described(orParameter(atLeast(0)), "How many samples to make"));
    properties.putAll(pipelineKeys());
    properties.put("sink", described(reference("sink"), "What keeps the samples"));
    properties.putAll(LearningSchema.keys());
    properties.put(Omission.KEY, described(listOf(text()), "Stages to leave out, by id or path"));
    properties.put("failures", failures());
    properties.put("swap", swap());

    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Variegate recipe, or stages to include");
    schema.put("type", List.of("object", "array"));
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    schema.put("items", reference("stage"));
    schema.put("$defs", definitions());
    return JsonTree.write(schema);
  }

  private static Map<String, Object> parameters() {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put(DESCRIPTION, described(type("string"), "What it is, shown when it is missing"));
    parameter.put("default", Map.of(DESCRIPTION, "Value unless another is given by --set"));
    Map<String, Object> parameters = type("object");
    parameters.put("additionalProperties", object(parameter));
    return described(parameters, "Values from outside, used as ${name}, given by --set name=value");
  }

  private static Map<String, Object> seed() {
    Map<String, Object> seed = type("integer");
    seed.put("minimum", Long.MIN_VALUE);
    seed.put("maximum", BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
    return orParameter(seed);
  }

  private static Map<String, Object> failures() {
    Map<String, Object> maximum = atLeast(0);
    maximum.put("type", "number");
    maximum.put("maximum", 1);
    String words = "Fraction of samples that may fail before the run stops";
    return object(
        Map.of(
            "maximum", standard(described(orParameter(maximum), words), RecipeBuilder.FAILURES)));
  }

  private static Map<String, Object> swap() {
    Map<String, Object> timeout = atLeast(0);
    timeout.put("type", "number");
    String words = "How long a run waits for a plugin that is gone [s]";
    return object(
        Map.of("timeout", standard(described(orParameter(timeout), words), RecipeBuilder.TIMEOUT)));
  }

  private static Map<String, Object> pipelineKeys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(PipelineReader.SOURCE, described(reference("source"), "What opens each sample"));
    Map<String, Object> stages = type("array");
    stages.put("items", reference("stage"));
    keys.put(PipelineReader.STAGES, described(stages, "What changes each sample, in order"));
    return keys;
  }

  private Map<String, Object> definitions() {
    List<PluginDescription> plugins = catalog.plugins();
    Map<String, Object> include = Map.of(RecipeFiles.INCLUDE, type("string"));
    Map<String, Object> definitions = new LinkedHashMap<>();
    Map<String, Object> parameter = type("string");
    parameter.put("pattern", "\\$\\{[^{}]+\\}");
    definitions.put("parameter", parameter);
    definitions.put("pipeline", object(pipelineKeys()));
    Map<String, Object> nested = Map.of(StageNode.PIPELINE, reference("pipeline"));
    definitions.put("source", oneOf(plugins, EnumSet.of(Kind.SOURCE), nested));
    definitions.put("stage", oneOf(plugins, StageReader.STAGES, include));
    definitions.put("model", oneOf(plugins, EnumSet.of(Kind.MODEL), Map.of()));
    Map<String, Object> probe = new LinkedHashMap<>(pipelineKeys());
    probe.put(LearningReader.SAMPLES, LearningSchema.samples());
    probe.put(RecipeFiles.INCLUDE, type("string"));
    definitions.put("probe", object(probe));
    definitions.put("sink", oneOf(plugins, EnumSet.of(Kind.SINK), Map.of()));
    List<Object> inner = List.of(reference("pipeline"), reference("source"), object(include));
    definitions.put("inner", Map.of("anyOf", inner));
    plugins.forEach(p -> definitions.put("plugin." + p.name(), plugin(p)));
    return definitions;
  }

  private static Map<String, Object> oneOf(
      List<PluginDescription> plugins, Set<Kind> kinds, Map<String, Object> others) {
    Map<String, Object> properties = new LinkedHashMap<>(others);
    for (PluginDescription plugin : plugins) {
      if (kinds.contains(plugin.kind())) {
        properties.put(
            plugin.name(), described(reference("plugin." + plugin.name()), plugin.description()));
      }
    }
    Map<String, Object> one = object(properties);
    one.put("minProperties", 1);
    one.put("maxProperties", 1);
    return one;
  }

  private static Map<String, Object> plugin(PluginDescription plugin) {
    Map<String, Object> properties = new LinkedHashMap<>();
    plugin.options().forEach(option -> properties.put(option.key(), option(option)));
    plugin.inner().forEach(inner -> properties.put(inner.key(), inner(inner)));
    if (plugin.kind() == Kind.SINK) {
      properties.put("directory", described(text(), "Where the dataset goes"));
      properties.put("samplesPerShard", samplesPerShard());
    } else if (plugin.kind() != Kind.MODEL) {
      properties.put(StageId.KEY, described(text(), "Name in draws; default: the plugin's name"));
    }
    Map<String, Object> options = object(properties);
    options.put("type", List.of("object", "null"));
    return options;
  }

  private static Map<String, Object> samplesPerShard() {
    return standard(
        described(orParameter(atLeast(1)), "Number of samples in a shard"), RecipeBuilder.SHARD);
  }

  private static Map<String, Object> inner(InnerPipelines inner) {
    return inner.many() ? listOf(reference("inner")) : reference("inner");
  }

  private static Map<String, Object> option(Option option) {
    Map<String, Object> one = one(option);
    Map<String, Object> schema = described(option.many() ? listOf(one) : one, option.description());
    try {
      Object standard = new OptionValue(option).standard(new Position("default", 0, 0));
      return standard == null ? schema : standard(schema, standard);
    } catch (RecipeException e) {
      throw new IllegalStateException("a plugin's " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> one(Option option) {
    if (!option.choices().isEmpty()) {
      return orParameter(new LinkedHashMap<>(Map.of("enum", option.choices())));
    }
    Map<String, Object> one =
        switch (option.type()) {
          case STRING -> text();
          case BOOLEAN -> type("boolean");
          case INTEGER, LONG -> type("integer");
          case DOUBLE -> type("number");
        };
    if (option.type() == Option.Type.STRING) {
      return one;
    }
    limit(one, "minimum", option, option.minimum());
    limit(one, "maximum", option, option.maximum());
    return orParameter(one);
  }

  private static void limit(Map<String, Object> one, String key, Option option, String limit) {
    if (limit != null && option.type() == Option.Type.DOUBLE) {
      one.put(key, Double.parseDouble(limit));
    } else if (limit != null) {
      one.put(key, new BigInteger(limit));
    }
  }
}
