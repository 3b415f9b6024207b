package org.variegate.engine.recipe.internal;

import org.variegate.engine.recipe.Position;

/** A value of YAML that knows where it stands. Immutable. */
sealed interface Value permits Scalar, Items, Fields {

  /** Where it begins. */
  Position position();

  /** What an error message calls it. */
  String got();
}
