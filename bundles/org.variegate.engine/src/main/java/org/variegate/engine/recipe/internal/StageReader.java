package org.variegate.engine.recipe.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.variegate.draws.NearestName;
import org.variegate.engine.recipe.InnerPipelines;
import org.variegate.engine.recipe.Option;
import org.variegate.engine.recipe.PipelineNode;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.PluginDescription;
import org.variegate.engine.recipe.PluginDescription.Kind;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.StageNode;

/** Reads {@code {plugin: {option: value}}} against the plugin's description. */
final class StageReader {
  /** The kinds that may stand in a list of stages. */
  static final Set<Kind> STAGES = EnumSet.of(Kind.RANDOMIZER, Kind.SYNTHESIZER, Kind.ANNOTATOR);

  private final PluginCatalog catalog;
  private final PipelineReader pipelines;

  StageReader(PluginCatalog catalog, PipelineReader pipelines) {
    this.catalog = catalog;
    this.pipelines = pipelines;
  }

  /**
   * Reads a stage.
   *
   * @param kinds that may stand here
   * @param reserved keys among its options that are not the plugin's
   */
  StageNode read(Value value, Set<Kind> kinds, List<String> reserved) throws RecipeException {
    Fields.Field field = onlyField(value, kinds);
    String name = ((Fields) value).onlyKey();
    Fields options = options(name, field.value());
    if (name.equals(StageNode.PIPELINE) && kinds.contains(Kind.SOURCE)) {
      return pipeline(field.key(), options);
    }
    PluginDescription plugin = plugin(name, field.key(), kinds);
    requireKeys(plugin, options, reserved);
    return new StageNode(
        id(name, options, reserved),
        name,
        values(plugin, options, field.key()),
        inner(plugin, options, field.key()),
        field.key(),
        positions(options));
  }

  private static Fields.Field onlyField(Value value, Set<Kind> kinds) throws RecipeException {
    String needed =
        "needs one plugin and its options, such as '" + example(value, kinds) + ": {}', got ";
    if (!(value instanceof Fields fields)) {
      throw new RecipeException(value.position(), needed + value.got());
    }
    if (fields.keys().size() != 1) {
      String keys = String.join(", ", fields.keys());
      throw new RecipeException(
          value.position(),
          needed + (keys.isEmpty() ? "none" : keys + " (are the options indented below it?)"));
    }
    return fields.fields().get(fields.onlyKey());
  }

  private static String example(Value value, Set<Kind> kinds) {
    if (value instanceof Scalar scalar && scalar.text().matches("[a-z-]+")) {
      return scalar.text();
    }
    Kind kind = kinds.iterator().next();
    return switch (kind) {
      case SOURCE -> "phantom";
      case SINK -> "nifti";
      case MODEL -> "classification";
      default -> "noise";
    };
  }

  private static Fields options(String name, Value value) throws RecipeException {
    boolean none = value instanceof Scalar scalar && scalar.isNull();
    return none ? Fields.empty(value.position()) : Typed.fields(name, value);
  }

  private StageNode pipeline(Position position, Fields fields) throws RecipeException {
    PipelineNode inner = pipelines.read(fields);
    return new StageNode(
        StageNode.PIPELINE,
        StageNode.PIPELINE,
        Map.of(),
        Map.of(StageNode.PIPELINE, List.of(inner)),
        position,
        Map.of());
  }

  private PluginDescription plugin(String name, Position position, Set<Kind> kinds)
      throws RecipeException {
    PluginDescription plugin = catalog.find(name).orElse(null);
    if (plugin == null) {
      List<String> valid =
          catalog.plugins().stream()
              .filter(p -> kinds.contains(p.kind()))
              .map(PluginDescription::name)
              .toList();
      throw new RecipeException(
          position, name + ": no such plugin is installed; " + NearestName.hint(name, valid));
    }
    if (!kinds.contains(plugin.kind())) {
      throw new RecipeException(
          position,
          name + ": is " + a(word(plugin.kind())) + ", but " + a(words(kinds)) + " belongs here");
    }
    return plugin;
  }

  private static String words(Set<Kind> kinds) {
    return String.join(" or ", kinds.stream().map(StageReader::word).toList());
  }

  private static String a(String word) {
    return (word.startsWith("a") ? "an " : "a ") + word;
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static void requireKeys(PluginDescription plugin, Fields options, List<String> reserved)
      throws RecipeException {
    List<String> valid = new ArrayList<>(plugin.options().stream().map(Option::key).toList());
    valid.addAll(plugin.pipelines());
    valid.addAll(reserved);
    options.requireKeys(plugin.name(), valid);
  }

  private static String id(String name, Fields options, List<String> reserved)
      throws RecipeException {
    if (!reserved.contains(StageId.KEY) || !options.has(StageId.KEY)) {
      return name;
    }
    Value value = options.get(StageId.KEY);
    String id = Typed.text(StageId.KEY, value);
    if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) { // it names draws
      throw Typed.wrong(StageId.KEY, "a letter, then letters, digits and dashes", value);
    }
    return id;
  }

  private static Map<String, Object> values(
      PluginDescription plugin, Fields options, Position stage) throws RecipeException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Option option : plugin.options()) {
      Value written = options.get(option.key());
      if (written == null && !option.hasDefault()) {
        String description = option.description().isEmpty() ? "" : ": " + option.description();
        throw new RecipeException(
            stage, option.key() + ": " + plugin.name() + " needs it" + description);
      }
      OptionValue reader = new OptionValue(option);
      Object value = written == null ? reader.standard(stage) : reader.read(written);
      if (value != null) {
        values.put(option.key(), value);
      }
    }
    return values;
  }

  private Map<String, List<PipelineNode>> inner(
      PluginDescription plugin, Fields options, Position stage) throws RecipeException {
    Map<String, List<PipelineNode>> inner = new LinkedHashMap<>();
    for (InnerPipelines place : plugin.inner()) {
      Value value = options.get(place.key());
      List<PipelineNode> nodes = new ArrayList<>();
      for (Value item : value instanceof Items items ? items.values() : listOf(value)) {
        nodes.add(pipelines.readInner(item));
      }
      requireNumber(plugin, place, nodes.size(), value == null ? stage : value.position());
      inner.put(place.key(), nodes);
    }
    return inner;
  }

  private static List<Value> listOf(Value value) {
    return value == null ? List.of() : List.of(value);
  }

  private static void requireNumber(
      PluginDescription plugin, InnerPipelines place, int number, Position position)
      throws RecipeException {
    if (number == 0 && place.required()) {
      throw new RecipeException(
          position, place.key() + ": " + plugin.name() + " needs a pipeline here");
    }
    if (number > 1 && !place.many()) {
      throw new RecipeException(position, place.key() + ": needs one pipeline, got " + number);
    }
  }

  private static Map<String, Position> positions(Fields options) {
    Map<String, Position> positions = new HashMap<>();
    options.fields().forEach((key, field) -> positions.put(key, field.value().position()));
    return positions;
  }
}
