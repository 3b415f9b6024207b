package org.variegate.engine.recipe.internal;

/** What a stage is called before its plugin is known. */
final class StageId {
  static final String KEY = "id";

  private StageId() {}

  /** The id given, else the plugin's name; empty if there is neither. */
  static String of(Value stage) {
    if (!(stage instanceof Fields fields) || fields.keys().isEmpty()) {
      return "";
    }
    String plugin = fields.onlyKey();
    return fields.get(plugin) instanceof Fields options && options.get(KEY) instanceof Scalar id
        ? id.text()
        : plugin;
  }
}
