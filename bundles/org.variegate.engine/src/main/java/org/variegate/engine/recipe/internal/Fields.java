package org.variegate.engine.recipe.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.variegate.draws.NearestName;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.RecipeException;

/** A mapping, in the order in which it was written. */
record Fields(Map<String, Field> fields, Position position) implements Value {

  /** A key's place, and what stands under it. */
  record Field(Position key, Value value) {}

  Fields {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static Fields empty(Position position) {
    return new Fields(Map.of(), position);
  }

  Set<String> keys() {
    return fields.keySet();
  }

  boolean has(String key) {
    return fields.containsKey(key);
  }

  /** What stands under a key, or null. */
  Value get(String key) {
    Field field = fields.get(key);
    return field == null ? null : field.value();
  }

  /** The first key of a mapping that has one. */
  String onlyKey() {
    return fields.keySet().iterator().next();
  }

  Fields with(String key, Value value) {
    Field old = fields.get(key);
    return with(key, new Field(old == null ? value.position() : old.key(), value));
  }

  Fields with(String key, Field field) {
    Map<String, Field> changed = new LinkedHashMap<>(fields);
    changed.put(key, field);
    return new Fields(changed, position);
  }

  Fields without(String key) {
    Map<String, Field> changed = new LinkedHashMap<>(fields);
    changed.remove(key);
    return new Fields(changed, position);
  }

  /** Refuses a key that means nothing here. */
  void requireKeys(String owner, Collection<String> valid) throws RecipeException {
    for (Map.Entry<String, Field> field : fields.entrySet()) {
      if (!valid.contains(field.getKey())) {
        throw new RecipeException(
            field.getValue().key(),
            field.getKey()
                + ": "
                + owner
                + " has no such key; "
                + NearestName.hint(field.getKey(), valid));
      }
    }
  }

  @Override
  public String got() {
    return "a mapping";
  }
}
