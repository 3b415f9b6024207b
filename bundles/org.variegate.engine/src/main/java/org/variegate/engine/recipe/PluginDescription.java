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
 * @param gives names of parts; a source that declares none gives what all its inner pipelines give
 * @param options in the order of their declaration
 * @param inner the keys under which it takes inner pipelines
 * @param bundle symbolic name
 * @param version of the bundle; the highest, if several are installed
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
    List<InnerPipelines> inner,
    String bundle,
    String version,
    String sha256) {

  /**
   * The keys under which it takes inner pipelines.
   *
   * @return names of its references to sources
   */
  public List<String> pipelines() {
    return inner.stream().map(InnerPipelines::key).toList();
  }

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
    SINK,
    /** Learns from samples. */
    MODEL
  }
}
