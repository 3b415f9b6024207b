package org.variegate.engine.recipe.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.RecipeException;

/**
 * What stands after {@code --set}: a value for a parameter, or for a path through the recipe.
 *
 * @param key before the equals sign
 * @param value after it: a list if it is in brackets, else one value
 */
record Assignment(String key, Value value) {
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)(?:\\[(\\d{1,9})\\])?");

  /**
   * A step of a path.
   *
   * @param index in the list under that name, or -1
   */
  record Step(String name, int index) {
    @Override
    public String toString() {
      return index < 0 ? name : name + "[" + index + "]";
    }
  }

  /**
   * Reads an assignment.
   *
   * @param folder what {@code ${recipe}} stands for
   */
  static Assignment parse(String typed, String folder) throws RecipeException {
    Position position = new Position("--set " + typed, 0, 0);
    int equals = typed.indexOf('=');
    if (equals <= 0) {
      throw new RecipeException(position, "needs key=value");
    }
    String text = Substitution.recipeFolder(typed.substring(equals + 1).strip(), folder);
    return new Assignment(typed.substring(0, equals).strip(), value(text, position));
  }

  private static Value value(String text, Position position) throws RecipeException {
    if (!(text.startsWith("[") && text.endsWith("]"))) {
      return new Scalar(text, !text.isEmpty(), position);
    }
    Value list = YamlText.parse(text, position.file(), ".", new YamlText.Budget());
    List<Value> items = new ArrayList<>();
    for (Value item : Typed.items("a value in brackets", list)) {
      if (!(item instanceof Scalar scalar)) {
        throw new RecipeException(position, "needs a list of values, got a list in it");
      }
      items.add(new Scalar(scalar.text(), scalar.plain(), position));
    }
    return new Items(items, position);
  }

  Position position() {
    return value.position();
  }

  List<Step> path() throws RecipeException {
    List<Step> path = new ArrayList<>();
    for (String step : key.split("\\.", -1)) {
      Matcher matcher = STEP.matcher(step);
      if (!matcher.matches()) {
        throw new RecipeException(
            position(), "needs a path such as stages.noise.sigma, got '" + key + "'");
      }
      String index = matcher.group(2);
      path.add(new Step(matcher.group(1), index == null ? -1 : Integer.parseInt(index)));
    }
    return path;
  }
}
