package org.variegate.engine.recipe.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.RecipeException;

/** {@code ${name}} in text; {@code $${} stands for itself without the first dollar. */
final class Substitution {
  /** The name of the folder in which the file stands. */
  static final String RECIPE = "recipe";

  private static final Pattern REFERENCE = Pattern.compile("\\$?\\$\\{([^{}]*)(\\}?)");

  private Substitution() {}

  /** What a name stands for. */
  interface Lookup {
    String text(String name) throws RecipeException;
  }

  /** Puts the folder in; leaves all other names. */
  static String recipeFolder(String text, String folder) {
    if (!text.contains("${" + RECIPE + "}")) {
      return text;
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    m.group().equals("${" + RECIPE + "}") ? escape(folder) : m.group()));
  }

  /** The name, if the whole text is one reference, or null. */
  static String whole(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    boolean whole = matcher.matches() && !text.startsWith("$$") && !matcher.group(2).isEmpty();
    return whole ? matcher.group(1) : null;
  }

  /**
   * Replaces all references.
   *
   * @param position of the text
   */
  static String replace(String text, Position position, Lookup lookup) throws RecipeException {
    Matcher matcher = REFERENCE.matcher(text);
    StringBuilder replaced = new StringBuilder();
    while (matcher.find()) {
      String reference = matcher.group();
      if (matcher.group(2).isEmpty() && !reference.startsWith("$$")) {
        throw new RecipeException(
            position, "needs '}' after '" + reference + "', or '$$' where no parameter is meant");
      }
      String value =
          reference.startsWith("$$") ? reference.substring(1) : lookup.text(matcher.group(1));
      matcher.appendReplacement(replaced, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(replaced).toString();
  }

  /** Text that {@link #replace} turns into this text. */
  static String escape(String text) {
    return text.contains("${")
        ? REFERENCE.matcher(text).replaceAll(m -> Matcher.quoteReplacement("$" + m.group()))
        : text;
  }
}
