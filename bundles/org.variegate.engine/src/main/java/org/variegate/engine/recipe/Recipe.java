package org.variegate.engine.recipe;

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
 * @param resolved the recipe as YAML with every include, parameter and default filled in, without
 *     the directory; equal for equal recipes
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
    String resolved) {}
