package org.variegate.engine.recipe;

/**
 * A key under which a plugin takes inner pipelines: one of its references to sources.
 *
 * @param key as in a recipe
 * @param required whether there must be one
 * @param many whether it takes a list
 */
public record InnerPipelines(String key, boolean required, boolean many) {}
