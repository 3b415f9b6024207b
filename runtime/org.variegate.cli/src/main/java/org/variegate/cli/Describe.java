package org.variegate.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.variegate.draws.NearestName;
import org.variegate.engine.recipe.Option;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.PluginDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Explains a plugin. */
@Command(
    name = "describe",
    description = "Shows what a plugin does, needs and gives, and its options.",
    sortOptions = false)
final class Describe implements Callable<Integer> {
  @ParentCommand Root root;

  @Parameters(paramLabel = "PLUGIN", description = "Its name, as in a recipe.")
  String name;

  @Override
  public Integer call() throws CommandFailure {
    PluginCatalog catalog = root.session().engine().plugins();
    PluginDescription plugin = catalog.find(name).orElse(null);
    if (plugin == null) {
      List<String> names = catalog.plugins().stream().map(PluginDescription::name).toList();
      throw new CommandFailure(
          ExitCode.USAGE, "no plugin '" + name + "': " + NearestName.hint(name, names));
    }
    if (root.json) {
      root.session().out().println(json(plugin));
    } else {
      print(plugin, root.session().out());
    }
    return ExitCode.DONE;
  }

  private static void print(PluginDescription plugin, PrintStream out) {
    out.println(plugin.name() + ": " + plugin.description());
    out.println();
    row(out, "kind", Plugins.kind(plugin));
    row(out, "needs", plugin.needs().isEmpty() ? "nothing" : String.join(", ", plugin.needs()));
    row(out, "gives", plugin.gives().isEmpty() ? "nothing" : String.join(", ", plugin.gives()));
    if (!plugin.pipelines().isEmpty()) {
      row(out, "pipelines", String.join(", ", plugin.pipelines()));
    }
    row(out, "bundle", plugin.bundle() + " " + plugin.version());
    int width = plugin.options().stream().mapToInt(o -> o.key().length()).max().orElse(0);
    for (Option option : plugin.options()) {
      out.println();
      out.printf(Locale.ROOT, "  %-" + width + "s  %s%n", option.key(), facts(option));
      out.printf(Locale.ROOT, "  %-" + width + "s  %s%n", "", option.description());
    }
  }

  private static void row(PrintStream out, String key, String value) {
    out.printf(Locale.ROOT, "  %-9s  %s%n", key, value);
  }

  private static String facts(Option option) {
    StringBuilder text = new StringBuilder(option.type().name().toLowerCase(Locale.ROOT));
    if (option.many()) {
      text.append(", a list");
    }
    if (!option.choices().isEmpty()) {
      text.append(", one of ").append(String.join(" | ", option.choices()));
    }
    if (option.minimum() != null) {
      text.append(", at least ").append(option.minimum());
    }
    if (option.maximum() != null) {
      text.append(", at most ").append(option.maximum());
    }
    String standard = String.join(", ", option.standard());
    return text.append(option.hasDefault() ? ", default " + quoted(standard) : ", required")
        .toString();
  }

  private static String quoted(String value) {
    return value.isEmpty() ? "empty" : value;
  }

  private static String json(PluginDescription plugin) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", plugin.name());
    object.put("kind", Plugins.kind(plugin));
    object.put("description", plugin.description());
    object.put("needs", plugin.needs());
    object.put("gives", plugin.gives());
    object.put("pipelines", plugin.pipelines());
    object.put("bundle", plugin.bundle());
    object.put("version", plugin.version());
    object.put("sha256", plugin.sha256());
    object.put("options", plugin.options().stream().map(Describe::json).toList());
    return JsonLine.of(object);
  }

  private static Map<String, Object> json(Option option) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("key", option.key());
    object.put("type", option.type().name().toLowerCase(Locale.ROOT));
    object.put("list", option.many());
    object.put("required", !option.hasDefault());
    object.put("default", option.hasDefault() ? option.standard() : null);
    object.put("minimum", option.minimum());
    object.put("maximum", option.maximum());
    object.put("choices", option.choices());
    object.put("description", option.description());
    return object;
  }
}
