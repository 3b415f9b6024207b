package org.variegate.engine.recipe.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.variegate.draws.NearestName;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.RecipeException;

/** What a recipe needs from outside, and puts in the place of {@code ${name}}. */
final class Parameters {
  static final String KEY = "parameters";

  private static final List<String> KEYS = List.of("description", "default");

  private final Map<String, Declared> declared = new LinkedHashMap<>();
  private final Map<String, Value> given = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  private record Declared(Position position, String description, Value standard) {}

  Parameters(Fields recipe) throws RecipeException {
    Value value = recipe.get(KEY);
    if (value == null) {
      return;
    }
    for (Map.Entry<String, Fields.Field> field : Typed.fields(KEY, value).fields().entrySet()) {
      declare(field.getKey(), field.getValue());
    }
  }

  private void declare(String name, Fields.Field field) throws RecipeException {
    if (!name.matches("[A-Za-z][A-Za-z0-9_-]*") || name.equals(Substitution.RECIPE)) {
      throw new RecipeException(
          field.key(),
          KEY
              + ": needs a name of letters, digits, - and _ other than 'recipe', got '"
              + name
              + "'");
    }
    Fields fields = Typed.fields(name, field.value());
    fields.requireKeys("a parameter", KEYS);
    Value description = fields.get("description");
    declared.put(
        name,
        new Declared(
            field.key(),
            description == null ? "" : Typed.text("description", description),
            fields.get("default")));
  }

  Set<String> names() {
    return declared.keySet();
  }

  void give(String name, Value value) {
    given.put(name, value);
  }

  /** The same value with every reference replaced. */
  Value substitute(Value value) throws RecipeException {
    if (value instanceof Scalar scalar) {
      return substitute(scalar);
    }
    if (value instanceof Items items) {
      List<Value> values = new ArrayList<>();
      for (Value item : items.values()) {
        values.add(substitute(item));
      }
      return new Items(values, items.position());
    }
    Fields fields = (Fields) value;
    for (String key : fields.keys()) {
      fields = fields.with(key, substitute(fields.get(key)));
    }
    return fields;
  }

  private Value substitute(Scalar scalar) throws RecipeException {
    if (!scalar.text().contains("${")) {
      return scalar;
    }
    Position position = scalar.position();
    String whole = Substitution.whole(scalar.text());
    if (whole != null) {
      return resolve(whole, position);
    }
    String text =
        Substitution.replace(
            scalar.text(), position, name -> Typed.text(name, resolve(name, position)));
    return new Scalar(text, scalar.plain(), position);
  }

  private Value resolve(String name, Position use) throws RecipeException {
    Declared parameter = declared.get(name);
    if (parameter == null) {
      throw new RecipeException(
          use,
          "${"
              + name
              + "}: no such parameter is declared; "
              + NearestName.hint(name, declared.keySet()));
    }
    Value value = given.getOrDefault(name, parameter.standard());
    if (value == null) {
      String description = parameter.description();
      throw new RecipeException(
          parameter.position(),
          name
              + " is missing"
              + (description.isEmpty() ? "" : ": " + description)
              + "; give it by --set "
              + name
              + "=...");
    }
    if (!open.add(name)) {
      throw new RecipeException(parameter.position(), name + ": its default needs itself");
    }
    Value resolved = substitute(value);
    open.remove(name);
    return resolved;
  }
}
