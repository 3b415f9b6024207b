package org.variegate.engine.recipe;

import java.util.List;

/**
 * An installed plugin.
 *
 * @param name in recipes
 * @param kind what it is registered as
 * @param pid of its factory configurations
 * @param description one sentence
 * @param needs names of parts; {@code A|B} for either
 * @param gives names of parts
 * @param options in the order of their declaration
 * @param pipelines the keys under which it takes inner pipelines: names of its references to Source
 * @param bundle symbolic name
 * @param version of the bundle
 * @param sha256 of the bundle's jar, 64 hexadecimal digits
 */
public record PluginDescription(
    String name,
    Kind kind,
    String pid,
    String description,
    List<String> needs,
    List<String> gives,
    List<Option> options,
    List<String> pipelines,
    String bundle,
    String version,
    String sha256) {

  /** The kinds of stage. */
  public enum Kind {
    /** Opens samples. */
    SOURCE,
    /** Changes samples. */
    RANDOMIZER,
    /** Makes images. */
    SYNTHESIZER,
    /** Derives truth. */
    ANNOTATOR,
    /** Keeps samples. */
    SINK
  }
}
