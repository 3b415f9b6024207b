package org.variegate.engine.recipe;

import java.util.Map;

/**
 * What a recipe says of learning from its samples.
 *
 * @param model the task model
 * @param training how it is trained
 * @param validation what the best of its states is chosen by, or null
 * @param tests what it is measured on, by name, in the order of the recipe
 * @param resolved the recipe and all this as YAML, with every default filled in, without the
 *     folder; equal for equal trainings
 */
public record Learning(
    StageNode model,
    Training training,
    Probe validation,
    Map<String, Probe> tests,
    String resolved) {}
