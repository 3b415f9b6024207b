package org.variegate.engine.recipe;

/**
 * A pipeline of samples by which a network is measured, or chosen.
 *
 * @param pipeline what makes them
 * @param samples how many, or {@link #ONE_PASS} over the files of its source
 * @param position in the recipe
 */
public record Probe(PipelineNode pipeline, long samples, Position position) {
  /** As many samples as the source has files. */
  public static final long ONE_PASS = -1;
}
