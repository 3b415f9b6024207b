package org.variegate.engine.recipe.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static final List<String> ID = List.of(StageId.KEY);

  private final StageReader stages;

  PipelineReader(PluginCatalog catalog) {
    stages = new StageReader(catalog, this);
  }

  /** Reads a pipeline that has no other keys. */
  PipelineNode read(Fields fields) throws RecipeException {
    fields.requireKeys("a pipeline", List.of(SOURCE, STAGES));
    return amongOthers(fields);
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

  /** Reads a task model. */
  StageNode model(Value value) throws RecipeException {
    return stages.read(value, EnumSet.of(Kind.MODEL), List.of());
  }

  /** Reads the pipeline among a recipe's keys. */
  PipelineNode amongOthers(Fields fields) throws RecipeException {
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
    return new PipelineNode(source, nodes);
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
}
