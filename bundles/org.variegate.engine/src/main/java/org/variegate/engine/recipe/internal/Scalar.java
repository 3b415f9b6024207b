package org.variegate.engine.recipe.internal;

import org.variegate.engine.recipe.Position;

/**
 * Text, not yet typed.
 *
 * @param text as it reads without quotes and escapes
 * @param plain whether it had no quotes, so that it may mean a number, a truth value or nothing
 */
record Scalar(String text, boolean plain, Position position) implements Value {
  private static final int SHOWN = 60;

  boolean isNull() {
    return plain && CoreSchema.of(text) == CoreSchema.NULL;
  }

  /** Whether it is certainly not meant as text. */
  boolean isBoolean() {
    return plain && CoreSchema.of(text) == CoreSchema.BOOLEAN;
  }

  @Override
  public String got() {
    if (isNull()) {
      return "nothing";
    }
    if (plain && CoreSchema.of(text) != CoreSchema.TEXT) {
      return text;
    }
    return "'" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...") + "'";
  }
}
