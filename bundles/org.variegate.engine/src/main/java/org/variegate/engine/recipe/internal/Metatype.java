package org.variegate.engine.recipe.internal;

import java.util.List;
import org.variegate.engine.recipe.Option;

/**
 * What a bundle's metatype says of one factory's configurations.
 *
 * @param description of the object class
 * @param options in the order of declaration
 */
record Metatype(String description, List<Option> options) {
  /** Of a factory without metatype. */
  static final Metatype NONE = new Metatype("", List.of());
}
