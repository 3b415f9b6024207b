package org.variegate.engine.recipe;

/**
 * Where something stands: a place in a file, or an assignment on the command line.
 *
 * @param file as the user would type it, or {@code --set}
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if unknown
 */
public record Position(String file, int line, int column) {

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
