package org.variegate.api;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A configured instance of a plugin in a pipeline.
 *
 * <p>Stateless and thread-safe: what it does to a sample depends on the sample, its configuration
 * and its draws alone. A cache of what it read or built is allowed, where it cannot change a byte.
 * A configuration it cannot work with is refused in the constructor by an {@link
 * IllegalArgumentException} of the form {@code key: what is needed, got what}. A sample it cannot
 * handle fails alone, by any runtime exception whose message says why.
 */
@ConsumerType
public interface Stage {
  /**
   * The fact how many samples it takes to show everything once, that a source tells which shows
   * each of so many things once before it shows one again. Where several sources of one recipe tell
   * different numbers, the dataset has none.
   */
  String PASS = "pass";

  /**
   * What this stage knows of the dataset before there is a sample, so that sinks can write it
   * whatever a shard happens to hold. A recipe is refused in which two stages tell different things
   * under one name, {@link #PASS} excepted.
   *
   * @return by name, such as {@code categories: class 1}, values like those of {@link
   *     Sample#annotate annotations}, without arrays
   */
  default Map<String, Object> facts() {
    return Map.of();
  }
}
