package org.variegate.engine.recipe.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.variegate.draws.NearestName;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.StageNode;

/**
 * Puts an assigned value where its path leads. Follows the shape of recipes without knowing any
 * plugin; an option that a plugin does not have is refused afterwards, like one in a file.
 */
final class AssignedPath {
  private static final String SOURCE = "source";
  private static final String STAGES = "stages";
  private static final String SINK = "sink";
  private static final List<String> PLAIN =
      List.of("name", "seed", "samples", "omit", "failures", "swap", LearningReader.TRAINING);

  private static final List<String> PROBES =
      List.of(LearningReader.VALIDATION, LearningReader.TEST);

  private final Assignment assignment;
  private final List<Assignment.Step> path;
  private final Position position;

  private AssignedPath(Assignment assignment) throws RecipeException {
    this.assignment = assignment;
    path = assignment.path();
    position = assignment.position();
  }

  /**
   * Changes a recipe.
   *
   * @param parameters the names that could have been meant as well
   */
  static Fields set(Fields recipe, Assignment assignment, Collection<String> parameters)
      throws RecipeException {
    AssignedPath assigned = new AssignedPath(assignment);
    String first = assigned.path.get(0).name();
    List<String> valid = new ArrayList<>(PLAIN);
    valid.addAll(List.of(SOURCE, STAGES, SINK, LearningReader.MODEL));
    valid.addAll(PROBES);
    if (!valid.contains(first)) {
      valid.addAll(parameters);
      throw assigned.unknown(first, valid);
    }
    if (PROBES.contains(first)) {
      return assigned.probe(recipe, 0);
    }
    return PLAIN.contains(first) ? assigned.plain(recipe, 0) : assigned.pipeline(recipe, 0);
  }

  private RecipeException unknown(String step, Collection<String> valid) {
    return new RecipeException(
        position, "there is no '" + step + "'; " + NearestName.hint(step, valid));
  }

  private boolean last(int at) {
    return at == path.size() - 1;
  }

  private Fields plain(Fields fields, int at) throws RecipeException {
    String name = path.get(at).name();
    if (last(at)) {
      return fields.with(name, assignment.value());
    }
    Value below = fields.has(name) ? fields.get(name) : Fields.empty(position);
    return fields.with(name, plain(Typed.fields(name, below), at + 1));
  }

  /** Below {@code validation}, or below {@code test} and a name. */
  private Fields probe(Fields fields, int at) throws RecipeException {
    String name = path.get(at).name();
    if (!fields.has(name)) {
      throw unknown(name, fields.keys());
    }
    if (last(at)) {
      throw new RecipeException(position, "needs what is below " + name + ", such as samples");
    }
    Fields below = Typed.fields(name, fields.get(name));
    if (name.equals(LearningReader.TEST) && at == 0) {
      return fields.with(name, probe(below, at + 1));
    }
    boolean plain = path.get(at + 1).name().equals(LearningReader.SAMPLES);
    return fields.with(name, plain ? plain(below, at + 1) : pipeline(below, at + 1));
  }

  private Fields pipeline(Fields fields, int at) throws RecipeException {
    String name = path.get(at).name();
    boolean begun = name.equals(SINK) && at == 0 && last(at);
    if (!fields.has(name) && !begun) {
      throw unknown(name, fields.keys());
    }
    if (!name.equals(STAGES)) {
      return fields.with(name, plugin(fields.get(name), at + 1));
    }
    if (last(at)) {
      throw new RecipeException(position, "needs a stage, such as stages.noise.sigma");
    }
    Items stages = new Items(Typed.items(STAGES, fields.get(STAGES)), position);
    int index = indexOf(path.get(at + 1).name(), stages.values());
    Value stage = plugin(stages.values().get(index), at + 2);
    return fields.with(STAGES, stages.with(index, stage));
  }

  private int indexOf(String id, List<Value> stages) throws RecipeException {
    List<String> ids = stages.stream().map(StageId::of).toList();
    if (!ids.contains(id)) {
      throw unknown(id, ids);
    }
    return ids.indexOf(id);
  }

  /** Below a plugin's name; where the path ends at one, the value names another plugin. */
  private Value plugin(Value value, int at) throws RecipeException {
    if (at == path.size()) {
      Fields options = Fields.empty(position);
      String name = Typed.text(assignment.key(), quoted(assignment.value()));
      return Fields.empty(position).with(name, options);
    }
    Fields plugin = Typed.fields(path.get(at).name(), value);
    if (plugin.keys().size() != 1) {
      throw new RecipeException(plugin.position(), "needs one plugin, got " + plugin.keys());
    }
    String name = plugin.onlyKey();
    Value options = plugin.get(name);
    boolean none = options instanceof Scalar scalar && scalar.isNull();
    Fields fields = none ? Fields.empty(position) : Typed.fields(name, options);
    return plugin.with(name, options(fields, at));
  }

  /** A plugin may be called {@code null}. */
  private static Value quoted(Value value) {
    return value instanceof Scalar scalar
        ? new Scalar(scalar.text(), false, scalar.position())
        : value;
  }

  private Fields options(Fields options, int at) throws RecipeException {
    Assignment.Step step = path.get(at);
    if (options.has(SOURCE) && (step.name().equals(SOURCE) || step.name().equals(STAGES))) {
      return pipeline(options, at);
    }
    if (last(at) && step.index() < 0) {
      return options.with(step.name(), assignment.value());
    }
    if (!options.has(step.name())) {
      throw unknown(step.name(), options.keys());
    }
    Value below = options.get(step.name());
    if (step.index() < 0) {
      return options.with(step.name(), inner(below, at + 1));
    }
    Items items = new Items(Typed.items(step.name(), below), below.position());
    if (step.index() >= items.values().size()) {
      throw new RecipeException(position, step + ": needs an index below " + items.values().size());
    }
    Value item = items.values().get(step.index());
    Value changed = last(at) ? assignment.value() : inner(item, at + 1);
    return options.with(step.name(), items.with(step.index(), changed));
  }

  /** An inner pipeline, which may be written as its source alone. */
  private Value inner(Value value, int at) throws RecipeException {
    Fields fields = Typed.fields(path.get(at - 1).name(), value);
    if (fields.has(SOURCE)) {
      return pipeline(fields, at);
    }
    if (fields.has(StageNode.PIPELINE)) {
      return fields.with(StageNode.PIPELINE, inner(fields.get(StageNode.PIPELINE), at));
    }
    if (!path.get(at).name().equals(SOURCE)) {
      throw unknown(path.get(at).name(), List.of(SOURCE));
    }
    return plugin(fields, at + 1);
  }
}
