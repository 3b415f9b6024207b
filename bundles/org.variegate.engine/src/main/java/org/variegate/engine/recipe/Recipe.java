package org.variegate.engine.recipe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/**
 * A recipe, read, resolved and checked against the installed plugins.
 *
 * @param file where it was read
 * @param name of the dataset
 * @param seed of all draws
 * @param samples how many
 * @param pipeline what makes a sample
 * @param sink keeps samples, or null if the recipe has none
 * @param directory where the dataset goes, or null if the sink stores nothing
 * @param samplesPerShard at least 1
 * @param failuresMaximum the fraction of samples that may fail, in [0, 1]
 * @param swapTimeout how long a run waits for a stage that is gone
 * @param learning what is to be learned from the samples, or null
 * @param resolved the recipe as YAML with every include, parameter and default filled in, without
 *     the directory and what is learned; equal for equal recipes
 */
public record Recipe(
    Position file,
    String name,
    long seed,
    long samples,
    PipelineNode pipeline,
    StageNode sink,
    String directory,
    int samplesPerShard,
    double failuresMaximum,
    Duration swapTimeout,
    Learning learning,
    String resolved) {

  /**
   * The recipe of a probe's samples: other samples than these, even where the stages are the same.
   *
   * @param name of the probe
   * @param probe one of this recipe's
   * @return a recipe without a sink, whose seed depends on this one's and the name
   */
  public Recipe of(String name, Probe probe) {
    return new Recipe(
        probe.position(),
        this.name + " " + name,
        seedOf(name),
        Math.max(0, probe.samples()),
        probe.pipeline(),
        null,
        null,
        samplesPerShard,
        failuresMaximum,
        swapTimeout,
        learning,
        "");
  }

  /**
   * This recipe with another's sink.
   *
   * @param other a recipe
   * @return the recipe
   */
  public Recipe withSinkOf(Recipe other) {
    return new Recipe(
        file,
        name,
        seed,
        samples,
        pipeline,
        other.sink,
        other.directory,
        samplesPerShard,
        failuresMaximum,
        swapTimeout,
        learning,
        resolved);
  }

  /**
   * This recipe for samples alone.
   *
   * @return the recipe without what is learned from them
   */
  public Recipe withoutLearning() {
    return new Recipe(
        file,
        name,
        seed,
        samples,
        pipeline,
        sink,
        directory,
        samplesPerShard,
        failuresMaximum,
        swapTimeout,
        null,
        resolved);
  }

  private long seedOf(String name) {
    byte[] text = (seed + "/" + name).getBytes(StandardCharsets.UTF_8);
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
