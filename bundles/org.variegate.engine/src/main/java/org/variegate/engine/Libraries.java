package org.variegate.engine;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Bundles that are too large to be there at every start. A service of whoever has them; the engine
 * asks for them where a plugin that a recipe names needs packages that nobody exports.
 */
@ConsumerType
@FunctionalInterface
public interface Libraries {

  /**
   * Installs and starts them, unless that has been done.
   *
   * @return whether there are any
   */
  boolean install();
}
