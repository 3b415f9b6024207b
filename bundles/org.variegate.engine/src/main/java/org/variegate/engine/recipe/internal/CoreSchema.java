package org.variegate.engine.recipe.internal;

import java.util.regex.Pattern;

/** What a scalar without quotes means (YAML 1.2.2, section 10.3.2: core schema). */
enum CoreSchema {
  NULL("|~|null|Null|NULL"),
  BOOLEAN("true|True|TRUE|false|False|FALSE"),
  INTEGER("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
  NUMBER(
      "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
          + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"),
  TEXT(".*");

  private final Pattern pattern;

  CoreSchema(String pattern) {
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
  }

  static CoreSchema of(String text) {
    for (CoreSchema meaning : values()) {
      if (meaning.pattern.matcher(text).matches()) {
        return meaning;
      }
    }
    throw new IllegalStateException(text);
  }
}
