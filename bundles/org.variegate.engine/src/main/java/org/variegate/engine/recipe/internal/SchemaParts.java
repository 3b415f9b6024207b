package org.variegate.engine.recipe.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a JSON schema is put together from: mappings that keep their order and may be added to. */
final class SchemaParts {
  static final String DESCRIPTION = "description";

  private static final String DEFINITIONS = "#/$defs/";

  private SchemaParts() {}

  static Map<String, Object> type(String type) {
    return new LinkedHashMap<>(Map.of("type", type));
  }

  /** A number is text too, such as a distribution of one value. */
  static Map<String, Object> text() {
    return new LinkedHashMap<>(Map.of("type", List.of("string", "number")));
  }

  static Map<String, Object> atLeast(long minimum) {
    Map<String, Object> number = type("integer");
    number.put("minimum", minimum);
    return number;
  }

  static Map<String, Object> object(Map<String, Object> properties) {
    Map<String, Object> object = type("object");
    object.put("properties", properties);
    object.put("additionalProperties", false);
    return object;
  }

  static Map<String, Object> reference(String definition) {
    return new LinkedHashMap<>(Map.of("$ref", DEFINITIONS + definition));
  }

  static Map<String, Object> orParameter(Map<String, Object> schema) {
    return new LinkedHashMap<>(Map.of("anyOf", List.of(schema, reference("parameter"))));
  }

  /** A list, or its only element. */
  static Map<String, Object> listOf(Map<String, Object> element) {
    Map<String, Object> list = type("array");
    list.put("items", element);
    return new LinkedHashMap<>(Map.of("anyOf", new ArrayList<>(List.of(element, list))));
  }

  static Map<String, Object> described(Map<String, Object> schema, String words) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put(DESCRIPTION, words);
    described.putAll(schema);
    return described;
  }

  static Map<String, Object> standard(Map<String, Object> schema, Object standard) {
    schema.put("default", standard);
    return schema;
  }
}
