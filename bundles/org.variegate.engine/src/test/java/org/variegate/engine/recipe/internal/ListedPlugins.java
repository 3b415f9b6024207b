package org.variegate.engine.recipe.internal;

import java.util.List;
import java.util.Optional;
import org.variegate.engine.recipe.InnerPipelines;
import org.variegate.engine.recipe.Option;
import org.variegate.engine.recipe.Option.Type;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.PluginDescription;
import org.variegate.engine.recipe.PluginDescription.Kind;

/** A catalog of plugins that exist as descriptions alone. */
record ListedPlugins(List<PluginDescription> plugins) implements PluginCatalog {
  static final ListedPlugins ALL =
      new ListedPlugins(
          List.of(
              plugin("blur", Kind.RANDOMIZER, "IMAGE", "IMAGE", text("sigma", "uniform(0, 1)")),
              plugin(
                  "flip",
                  Kind.RANDOMIZER,
                  "LABELS|IMAGE",
                  "",
                  number("probability", "0.5", "0", "1")),
              plugin("intensity", Kind.RANDOMIZER, "LABELS", "CONTRAST"),
              plugin(
                  "labelmap",
                  Kind.SOURCE,
                  "",
                  "LABELS",
                  list("path", Type.STRING, null),
                  text("legend", ""),
                  choice("orientation", "RAS", "NATIVE")),
              new PluginDescription(
                  "mix",
                  Kind.SOURCE,
                  "org.variegate.test.Mix",
                  "Mixes.",
                  List.of(),
                  List.of(),
                  List.of(list("ratio", Type.DOUBLE, List.of())),
                  List.of(new InnerPipelines("sources", true, true)),
                  "test",
                  "1.0.0",
                  "0".repeat(64)),
              plugin("mri", Kind.SYNTHESIZER, "LABELS CONTRAST", "IMAGE"),
              plugin(
                  "nifti", Kind.SINK, "LABELS|IMAGE", "", truth("compress", "true"), bits("level")),
              plugin("noise", Kind.RANDOMIZER, "IMAGE", "IMAGE", text("sigma", "normal(0, 1)")),
              plugin("null", Kind.SINK, "IMAGE", "", truth("hash", "true")),
              new PluginDescription(
                  "over",
                  Kind.RANDOMIZER,
                  "org.variegate.test.Over",
                  "Puts it over a background.",
                  List.of("IMAGE"),
                  List.of(),
                  List.of(),
                  List.of(new InnerPipelines("background", false, false)),
                  "test",
                  "1.0.0",
                  "0".repeat(64)),
              new PluginDescription(
                  "pair",
                  Kind.SOURCE,
                  "org.variegate.test.Pair",
                  "Pairs.",
                  List.of("IMAGE"),
                  List.of("MOVING"),
                  List.of(),
                  List.of(new InnerPipelines("views", true, true)),
                  "test",
                  "1.0.0",
                  "0".repeat(64)),
              plugin(
                  "shapes",
                  Kind.SOURCE,
                  "",
                  "LABELS",
                  list("size", Type.INTEGER, List.of("64", "64", "1")),
                  whole("labels", "16", "1", "255"))));

  @Override
  public Optional<PluginDescription> find(String name) {
    return plugins.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  private static PluginDescription plugin(
      String name, Kind kind, String needs, String gives, Option... options) {
    return new PluginDescription(
        name,
        kind,
        "org.variegate.test." + name,
        "Does " + name + ".",
        words(needs),
        words(gives),
        List.of(options),
        List.of(),
        "test",
        "1.0.0",
        "0".repeat(64));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static Option text(String key, String standard) {
    return one(key, Type.STRING, standard, null, null);
  }

  private static Option number(String key, String standard, String minimum, String maximum) {
    return one(key, Type.DOUBLE, standard, minimum, maximum);
  }

  private static Option whole(String key, String standard, String minimum, String maximum) {
    return one(key, Type.INTEGER, standard, minimum, maximum);
  }

  private static Option bits(String key) {
    return one(key, Type.LONG, "6", "0", null);
  }

  private static Option truth(String key, String standard) {
    return one(key, Type.BOOLEAN, standard, null, null);
  }

  private static Option one(String key, Type type, String standard, String low, String high) {
    return new Option(
        key, type, false, List.of(standard), true, "The " + key + ".", low, high, List.of());
  }

  private static Option choice(String key, String... choices) {
    return new Option(
        key,
        Type.STRING,
        false,
        List.of(choices[0]),
        true,
        "The " + key + ".",
        null,
        null,
        List.of(choices));
  }

  private static Option list(String key, Type type, List<String> standard) {
    return new Option(
        key,
        type,
        true,
        standard == null ? List.of() : standard,
        standard != null,
        "The " + key + ".",
        null,
        null,
        List.of());
  }
}
