package org.variegate.engine.internal.pipeline;

import java.util.List;

/**
 * How a recipe is to be wired.
 *
 * @param pipeline what makes a sample
 * @param sink number of the sink's slot, or -1
 * @param model number of the task model's slot, or -1
 * @param slots all places for components, by number
 * @param inner pipelines that outer stages open
 */
public record Layout(
    PipelinePlan pipeline, int sink, int model, List<Slot> slots, List<Inner> inner) {

  /**
   * An inner pipeline.
   *
   * @param owner the slot whose component opens it
   * @param key the owner's reference
   * @param place among those under that key, from 0
   * @param plan what it does
   */
  public record Inner(int owner, String key, int place, PipelinePlan plan) {}
}
