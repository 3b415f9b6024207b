package org.variegate.engine.recipe.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.variegate.engine.recipe.PipelineNode;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.PluginDescription;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.StageNode;

/** Whether every stage of a pipeline finds the parts it needs, while they are still of use. */
public final class Parts {
  private final PluginCatalog catalog;

  /**
   * Looks up what plugins need and give.
   *
   * @param catalog the installed plugins
   */
  public Parts(PluginCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Follows a sample through a pipeline.
   *
   * @param pipeline with inner ones
   * @return names of the parts that a sample has after the last stage
   * @throws RecipeException if a stage needs what nothing before it gives, or changes only what was
   *     already synthesized from
   */
  public Set<String> after(PipelineNode pipeline) throws RecipeException {
    Set<String> parts = new TreeSet<>();
    pass(pipeline.source(), parts, pipeline.stages());
    for (int i = 0; i < pipeline.stages().size(); i++) {
      List<StageNode> later = pipeline.stages().subList(i + 1, pipeline.stages().size());
      pass(pipeline.stages().get(i), parts, later);
      requireInTime(pipeline.stages().get(i), pipeline.stages().subList(0, i), later);
    }
    return parts;
  }

  /** A randomizer whose parts a synthesizer before it has used, and none after it uses, is late. */
  private void requireInTime(StageNode stage, List<StageNode> earlier, List<StageNode> later)
      throws RecipeException {
    List<String> changed = changed(stage);
    if (changed.isEmpty() || synthesizerOf(changed, later) != null) {
      return;
    }
    StageNode synthesizer = synthesizerOf(changed, earlier);
    if (synthesizer != null) {
      throw new RecipeException(
          stage.position(),
          stage.id()
              + ": changes "
              + String.join(" and ", changed)
              + ", of which "
              + synthesizer.id()
              + " has made the image already; move it before "
              + synthesizer.id());
    }
  }

  private List<String> changed(StageNode stage) throws RecipeException {
    if (stage.plugin().equals(StageNode.PIPELINE)) {
      return List.of();
    }
    PluginDescription plugin = plugin(stage);
    return plugin.kind() == PluginDescription.Kind.RANDOMIZER ? plugin.gives() : List.of();
  }

  /** The first synthesizer that needs all these parts; null if there is none. */
  private StageNode synthesizerOf(List<String> parts, List<StageNode> stages)
      throws RecipeException {
    for (StageNode stage : stages) {
      if (!stage.plugin().equals(StageNode.PIPELINE)
          && plugin(stage).kind() == PluginDescription.Kind.SYNTHESIZER
          && plugin(stage).needs().containsAll(parts)) {
        return stage;
      }
    }
    return null;
  }

  /**
   * Sees whether a sink has what it needs.
   *
   * @param sink the last stage
   * @param parts of a sample that reaches it
   * @throws RecipeException if one is missing
   */
  public void requireFor(StageNode sink, Set<String> parts) throws RecipeException {
    for (String need : plugin(sink).needs()) {
      require(sink, need, parts, List.of());
    }
  }

  private void pass(StageNode stage, Set<String> parts, List<StageNode> later)
      throws RecipeException {
    Set<String> inner = inner(stage);
    if (stage.plugin().equals(StageNode.PIPELINE)) {
      parts.addAll(inner);
      return;
    }
    PluginDescription plugin = plugin(stage);
    boolean made = plugin.kind() == PluginDescription.Kind.SOURCE && inner != null;
    for (String need : plugin.needs()) {
      if (made) {
        requireWithin(stage, need, inner);
      } else {
        require(stage, need, parts, later);
      }
    }
    parts.addAll(plugin.gives());
    if (made) {
      parts.addAll(inner);
    }
  }

  /** What all pipelines within a stage give; null if there is none. Each begins with nothing. */
  private Set<String> inner(StageNode stage) throws RecipeException {
    Set<String> inner = null;
    for (List<PipelineNode> pipelines : stage.inner().values()) {
      for (PipelineNode pipeline : pipelines) {
        Set<String> given = after(pipeline);
        if (inner == null) {
          inner = given;
        } else {
          inner.retainAll(given);
        }
      }
    }
    return inner;
  }

  /** A source works on what its own pipelines make, for there is nothing before it. */
  private void requireWithin(StageNode source, String need, Set<String> inner)
      throws RecipeException {
    List<String> either = List.of(need.split("\\|"));
    if (either.stream().noneMatch(inner::contains)) {
      throw new RecipeException(
          source.position(),
          source.id()
              + ": needs "
              + String.join(" or ", either)
              + " of each of its pipelines, which not all of them give; "
              + remedy(either, List.of()));
    }
  }

  private PluginDescription plugin(StageNode stage) throws RecipeException {
    return catalog
        .find(stage.plugin())
        .orElseThrow(
            () ->
                new RecipeException(stage.position(), stage.plugin() + ": is no longer installed"));
  }

  private void require(StageNode stage, String need, Set<String> parts, List<StageNode> later)
      throws RecipeException {
    List<String> either = List.of(need.split("\\|"));
    if (either.stream().anyMatch(parts::contains)) {
      return;
    }
    throw new RecipeException(
        stage.position(),
        stage.id()
            + ": needs "
            + String.join(" or ", either)
            + ", which nothing before it gives; "
            + remedy(either, later));
  }

  private String remedy(List<String> parts, List<StageNode> later) throws RecipeException {
    for (StageNode stage : later) {
      if (!stage.plugin().equals(StageNode.PIPELINE) && gives(plugin(stage), parts)) {
        return "move it after " + stage.id();
      }
    }
    List<String> givers =
        catalog.plugins().stream()
            .filter(p -> gives(p, parts) && p.needs().stream().noneMatch(parts::contains))
            .map(PluginDescription::name)
            .toList();
    return givers.isEmpty()
        ? "no installed plugin gives it"
        : "these do: " + String.join(", ", givers);
  }

  private static boolean gives(PluginDescription plugin, List<String> parts) {
    return plugin.gives().stream().anyMatch(parts::contains);
  }
}
