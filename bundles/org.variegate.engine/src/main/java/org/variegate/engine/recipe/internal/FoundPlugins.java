package org.variegate.engine.recipe.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.PluginDescription;

/** A catalog that looks each plugin up once, so that one reading sees one version of it. */
final class FoundPlugins implements PluginCatalog {
  private final PluginCatalog installed;
  private final Map<String, Optional<PluginDescription>> found = new HashMap<>();

  FoundPlugins(PluginCatalog installed) {
    this.installed = installed;
  }

  @Override
  public List<PluginDescription> plugins() {
    return installed.plugins();
  }

  @Override
  public Optional<PluginDescription> find(String name) {
    return found.computeIfAbsent(name, installed::find);
  }
}
