package org.variegate.engine.recipe.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.variegate.draws.NearestName;
import org.variegate.engine.recipe.PipelineNode;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.PluginDescription.Kind;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.StageNode;

/** Reads a source and the stages after it, and pipelines within. */
final class PipelineReader {
  static final String SOURCE = "source";
  static final String STAGES = "stages";
  static final String OMIT = "omit";

  private static final List<String> ID = List.of(StageId.KEY);

  private final StageReader stages;

  PipelineReader(PluginCatalog catalog) {
    stages = new StageReader(catalog, this);
  }

  /** Reads a pipeline that has no other keys. */
  PipelineNode read(Fields fields) throws RecipeException {
    fields.requireKeys("a pipeline", List.of(SOURCE, STAGES));
    return read(fields, List.of());
  }

  /** Reads a pipeline where a source stands: in full, under the name pipeline, or its source. */
  PipelineNode readInner(Value value) throws RecipeException {
    if (value instanceof Fields fields && (fields.has(SOURCE) || fields.has(STAGES))) {
      return read(fields);
    }
    if (value instanceof Fields fields && fields.keys().equals(Set.of(StageNode.PIPELINE))) {
      return read(Typed.fields(StageNode.PIPELINE, fields.get(StageNode.PIPELINE)));
    }
    return new PipelineNode(stages.read(value, EnumSet.of(Kind.SOURCE), ID), List.of());
  }

  /**
   * Reads a sink.
   *
   * @param reserved keys that are the engine's
   */
  StageNode sink(Value value, List<String> reserved) throws RecipeException {
    return stages.read(value, EnumSet.of(Kind.SINK), reserved);
  }

  /**
   * Reads the pipeline among a recipe's keys.
   *
   * @param omit texts that are ids of stages to leave out
   */
  PipelineNode read(Fields fields, List<Value> omit) throws RecipeException {
    if (!fields.has(SOURCE)) {
      throw new RecipeException(fields.position(), "source is missing: what opens each sample");
    }
    StageNode source = stages.read(fields.get(SOURCE), EnumSet.of(Kind.SOURCE), ID);
    List<StageNode> nodes = new ArrayList<>();
    if (fields.has(STAGES)) {
      for (Value stage : Typed.items(STAGES, fields.get(STAGES))) {
        nodes.add(stages.read(stage, StageReader.STAGES, ID));
      }
    }
    requireUnique(source, nodes);
    Set<String> omitted = omitted(omit, nodes.stream().map(StageNode::id).toList());
    return new PipelineNode(source, nodes.stream().filter(s -> !omitted.contains(s.id())).toList());
  }

  private static void requireUnique(StageNode source, List<StageNode> nodes)
      throws RecipeException {
    Map<String, Position> first = new HashMap<>(Map.of(source.id(), source.position()));
    for (StageNode stage : nodes) {
      Position other = first.put(stage.id(), stage.position());
      if (other != null) {
        throw new RecipeException(
            stage.position(),
            stage.id()
                + ": another stage at "
                + other
                + " is called so; give this one an id, such"
                + " as 'id: "
                + stage.id()
                + "2'");
      }
    }
  }

  private static Set<String> omitted(List<Value> omit, List<String> ids) throws RecipeException {
    Set<String> omitted = new HashSet<>();
    for (Value value : omit) {
      String id = Typed.text(OMIT, value);
      if (!ids.contains(id)) {
        throw new RecipeException(
            value.position(),
            OMIT + ": there is no stage '" + id + "'; " + NearestName.hint(id, ids));
      }
      omitted.add(id);
    }
    return omitted;
  }
}
