package org.variegate.engine.internal.pipeline;

import org.variegate.engine.recipe.PluginDescription;
import org.variegate.engine.recipe.StageNode;

/**
 * A place of a pipeline that a component fills.
 *
 * @param number from 0, unique in the recipe
 * @param path of the stage, {@code mix.sources[1].deformation}
 * @param node what the recipe says
 * @param plugin as installed when the pipeline was opened
 */
public record Slot(int number, String path, StageNode node, PluginDescription plugin) {}
