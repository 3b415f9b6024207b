package org.variegate.engine.recipe.internal;

import java.util.ArrayList;
import java.util.List;
import org.variegate.engine.recipe.Position;

/** A list. */
record Items(List<Value> values, Position position) implements Value {

  Items {
    values = List.copyOf(values);
  }

  Items with(int index, Value value) {
    List<Value> changed = new ArrayList<>(values);
    changed.set(index, value);
    return new Items(changed, position);
  }

  @Override
  public String got() {
    return "a list";
  }
}
