package org.variegate.engine.recipe;

import java.util.List;

/**
 * One option of a plugin, as its metatype declares it.
 *
 * @param key as in a recipe
 * @param type the type of one value
 * @param many whether it takes a list
 * @param standard the default, empty if there is none and a value is needed; several if many
 * @param hasDefault whether it may be left out
 * @param description what it means, with its unit
 * @param minimum the smallest value, or null
 * @param maximum the largest value, or null
 * @param choices the only values allowed, empty if any
 */
public record Option(
    String key,
    Type type,
    boolean many,
    List<String> standard,
    boolean hasDefault,
    String description,
    String minimum,
    String maximum,
    List<String> choices) {

  /** The types of metatype that recipes can write. */
  public enum Type {
    /** Text, or a distribution. */
    STRING,
    /** A whole number of 32 bits. */
    INTEGER,
    /** A whole number of 64 bits. */
    LONG,
    /** A number. */
    DOUBLE,
    /** True or false. */
    BOOLEAN
  }
}
