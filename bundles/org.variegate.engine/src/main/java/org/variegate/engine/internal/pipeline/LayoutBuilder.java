package org.variegate.engine.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import org.variegate.engine.recipe.PipelineNode;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.PluginDescription;
import org.variegate.engine.recipe.PluginDescription.Kind;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.StageNode;

/** Lays out a recipe: gives each stage a slot and each inner pipeline a place. */
public final class LayoutBuilder {
  private final PluginCatalog catalog;
  private final List<Slot> slots = new ArrayList<>();
  private final List<Layout.Inner> inner = new ArrayList<>();

  private LayoutBuilder(PluginCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Lays out a recipe.
   *
   * @param recipe what it says
   * @param catalog the installed plugins
   * @return slots and steps
   * @throws RecipeException if a plugin is not installed any more
   */
  public static Layout layout(Recipe recipe, PluginCatalog catalog) throws RecipeException {
    LayoutBuilder builder = new LayoutBuilder(catalog);
    PipelinePlan plan = builder.pipeline("", recipe.pipeline());
    int sink =
        recipe.sink() == null ? -1 : builder.slot("sink." + recipe.sink().id(), recipe.sink());
    int model = recipe.learning() == null ? -1 : builder.model(recipe.learning().model());
    return new Layout(plan, sink, model, List.copyOf(builder.slots), List.copyOf(builder.inner));
  }

  private int model(StageNode node) throws RecipeException {
    return slot("model." + node.id(), node);
  }

  private PipelinePlan pipeline(String prefix, PipelineNode node) throws RecipeException {
    Step source = step(prefix, node.source());
    List<Step> steps = new ArrayList<>();
    for (StageNode stage : node.stages()) {
      steps.add(step(prefix, stage));
    }
    return new PipelinePlan(source, steps);
  }

  private Step step(String prefix, StageNode node) throws RecipeException {
    String path = prefix + node.id();
    if (node.plugin().equals(StageNode.PIPELINE)) {
      PipelinePlan plan =
          pipeline(
              node.prefix(path, StageNode.PIPELINE, 0),
              node.inner().get(StageNode.PIPELINE).get(0));
      return new Step(node.id(), path, Kind.SOURCE, -1, plan);
    }
    int slot = slot(path, node);
    for (Entry<String, List<PipelineNode>> entry : node.inner().entrySet()) {
      for (int i = 0; i < entry.getValue().size(); i++) {
        String within = node.prefix(path, entry.getKey(), i);
        PipelinePlan plan = pipeline(within, entry.getValue().get(i));
        inner.add(new Layout.Inner(slot, entry.getKey(), i, plan));
      }
    }
    return new Step(node.id(), path, slots.get(slot).plugin().kind(), slot, null);
  }

  private int slot(String path, StageNode node) throws RecipeException {
    PluginDescription plugin =
        catalog
            .find(node.plugin())
            .orElseThrow(
                () -> new RecipeException(node.position(), node.plugin() + ": not installed"));
    int number = slots.size();
    slots.add(new Slot(number, path, node, plugin));
    return number;
  }
}
