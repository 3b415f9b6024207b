package org.variegate.engine.recipe;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The plugins that are installed now. */
@ProviderType
public interface PluginCatalog {

  /**
   * All plugins.
   *
   * @return sorted by name
   */
  List<PluginDescription> plugins();

  /**
   * One plugin.
   *
   * @param name as in recipes
   * @return it, if it is installed
   */
  Optional<PluginDescription> find(String name);
}
