package org.variegate.engine.recipe;

import java.util.List;
import java.util.Map;

/**
 * A stage of a recipe.
 *
 * @param id unique in its pipeline; the plugin's name unless given
 * @param plugin the plugin's name, or {@link #PIPELINE}
 * @param options key to value of the option's type (String, Integer, Long, Double, Boolean, or an
 *     array of those), every default filled in, in the order of declaration
 * @param inner key to the pipelines that stand there
 * @param position of the stage
 * @param positions of the options that were written
 */
public record StageNode(
    String id,
    String plugin,
    Map<String, Object> options,
    Map<String, List<PipelineNode>> inner,
    Position position,
    Map<String, Position> positions) {

  /**
   * The plugin's name of a source that is a pipeline with stages of its own. No plugin makes it: it
   * has no options, and its one inner pipeline stands under this name as its key.
   */
  public static final String PIPELINE = "pipeline";

  /**
   * What the names of an inner pipeline's stages and draws begin with.
   *
   * @param path of this stage
   * @param key under which the pipeline stands
   * @param place among those under that key, from 0
   * @return {@code mix.sources[1].}, or {@code pipeline.} if this is a pipeline itself
   */
  public String prefix(String path, String key, int place) {
    return path + (plugin.equals(PIPELINE) ? "." : "." + key + "[" + place + "].");
  }

  /**
   * Where an option stands.
   *
   * @param key of the option
   * @return its position, or the stage's if it was not written
   */
  public Position position(String key) {
    return positions.getOrDefault(key, position);
  }
}
