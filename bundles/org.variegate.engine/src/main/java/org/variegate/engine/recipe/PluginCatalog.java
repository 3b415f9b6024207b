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

  /**
   * What the user should know about what is installed: a plugin of which several versions are
   * there, of which the highest is used.
   *
   * @return one line each
   */
  default List<String> notices() {
    return List.of();
  }
}
