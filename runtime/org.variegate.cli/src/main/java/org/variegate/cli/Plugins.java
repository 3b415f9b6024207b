package org.variegate.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.variegate.engine.recipe.PluginDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Lists the plugins. */
@Command(name = "plugins", description = "Lists the installed plugins.", sortOptions = false)
final class Plugins implements Callable<Integer> {
  @ParentCommand Root root;

  @Override
  public Integer call() throws CommandFailure {
    List<PluginDescription> plugins = root.session().engine().plugins().plugins();
    int width = plugins.stream().mapToInt(p -> p.name().length()).max().orElse(0);
    for (PluginDescription plugin : plugins) {
      root.session().out().println(root.json ? json(plugin) : text(plugin, width));
    }
    return ExitCode.DONE;
  }

  private static String text(PluginDescription plugin, int width) {
    return String.format(
        Locale.ROOT,
        "%-" + Math.max(1, width) + "s  %-11s  %-8s  %s",
        plugin.name(),
        kind(plugin),
        plugin.version(),
        plugin.description());
  }

  private static String json(PluginDescription plugin) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", plugin.name());
    line.put("kind", kind(plugin));
    line.put("version", plugin.version());
    line.put("bundle", plugin.bundle());
    line.put("sha256", plugin.sha256());
    line.put("needs", plugin.needs());
    line.put("gives", plugin.gives());
    line.put("description", plugin.description());
    return JsonLine.of(line);
  }

  static String kind(PluginDescription plugin) {
    return plugin.kind().name().toLowerCase(Locale.ROOT);
  }
}
