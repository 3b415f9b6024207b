package org.variegate.engine.recipe.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.variegate.draws.NearestName;
import org.variegate.engine.recipe.PipelineNode;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.StageNode;

/** Leaves stages out of a pipeline and those within it, named as their draws are. */
final class Omission {
  /** The key of a recipe. */
  static final String KEY = "omit";

  private final Set<String> omitted = new HashSet<>();
  private final List<String> paths = new ArrayList<>();

  private Omission() {}

  /**
   * Leaves stages out.
   *
   * @param omit texts that are ids of stages, or paths of inner ones
   */
  static PipelineNode of(PipelineNode pipeline, List<Value> omit) throws RecipeException {
    Omission omission = new Omission();
    for (Value value : omit) {
      omission.omitted.add(Typed.text(KEY, value));
    }
    PipelineNode rest = omission.rest("", pipeline);
    for (Value value : omit) {
      omission.requireStage(value);
    }
    return rest;
  }

  private PipelineNode rest(String prefix, PipelineNode pipeline) {
    List<StageNode> stages = new ArrayList<>();
    for (StageNode stage : pipeline.stages()) {
      paths.add(prefix + stage.id());
      StageNode rest = within(prefix, stage);
      if (!omitted.contains(prefix + stage.id())) {
        stages.add(rest);
      }
    }
    return new PipelineNode(within(prefix, pipeline.source()), stages);
  }

  private StageNode within(String prefix, StageNode stage) {
    Map<String, List<PipelineNode>> inner = new LinkedHashMap<>();
    stage
        .inner()
        .forEach(
            (key, pipelines) -> {
              List<PipelineNode> rest = new ArrayList<>();
              for (PipelineNode pipeline : pipelines) {
                rest.add(rest(stage.prefix(prefix + stage.id(), key, rest.size()), pipeline));
              }
              inner.put(key, rest);
            });
    return new StageNode(
        stage.id(), stage.plugin(), stage.options(), inner, stage.position(), stage.positions());
  }

  private void requireStage(Value value) throws RecipeException {
    String path = Typed.text(KEY, value);
    if (!paths.contains(path)) {
      throw new RecipeException(
          value.position(),
          KEY + ": there is no stage '" + path + "'; " + NearestName.hint(path, paths));
    }
  }
}
