package org.variegate.engine.recipe;

/** A recipe that cannot be run as it stands. The message is one line, position first. */
public class RecipeException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * An error at a position.
   *
   * @param position where
   * @param message what is needed, what was got, the nearest valid name
   */
  public RecipeException(Position position, String message) {
    super((position + ": " + message).replaceAll("\\p{Cntrl}+", " "));
  }
}
