package org.variegate.scene.gltf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A value of the document.
 *
 * @param path where it stands, with which errors begin
 * @param value a map, list, string, double or boolean, or null where there is none
 */
record Json(String path, Object value) {
  private static final int DEEPEST = 100;
  private static final int LONGEST_PATH = 200;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
  private static final Pattern NOISE =
      Pattern.compile("(?s)\\R.*|: was expecting.*| \\((for|start marker) .*|, from `[^`]*`");
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  static Json parse(byte[] bytes, int from, int length) throws IOException {
    try (JsonParser parser = FACTORY.createParser(bytes, from, length)) {
      parser.nextToken();
      return new Json("", value(parser));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(problem(e), e);
    }
  }

  /** Without what the parser says of itself. */
  private static String problem(JsonProcessingException e) {
    String what = NOISE.matcher(e.getOriginalMessage()).replaceAll("");
    JsonLocation at = e.getLocation();
    String place =
        at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    return place + "needs JSON: " + shown(what, 120);
  }

  private static String shown(String text, int longest) {
    String line = CONTROL.matcher(text).replaceAll(" ");
    return line.length() > longest ? line.substring(0, longest) + "..." : line;
  }

  private static Object value(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> map = new HashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        map.put(key, value(parser));
      }
      return map;
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(parser));
      }
      return list;
    }
    if (parser.currentToken() == null || parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    return parser.currentToken().isNumeric()
        ? (Object) parser.getDoubleValue()
        : parser.currentToken().isBoolean() ? parser.getBooleanValue() : parser.getText();
  }

  /** What is wrong here. */
  IllegalArgumentException needs(String what) {
    return new IllegalArgumentException(
        (path.isEmpty() ? "JSON" : shown(path, LONGEST_PATH))
            + ": needs "
            + what
            + ", got "
            + shown(got(), 60));
  }

  private String got() {
    if (value instanceof Map || value instanceof List) {
      return "something else";
    }
    if (value instanceof Double number
        && number == Math.rint(number)
        && number == number.longValue()) {
      return String.valueOf(number.longValue());
    }
    return value == null ? "nothing" : value.toString();
  }

  private <T> T as(Class<T> type, String what) {
    if (!type.isInstance(value)) {
      throw needs(what);
    }
    return type.cast(value);
  }

  boolean exists() {
    return value != null;
  }

  /** A member of an object, perhaps one that does not exist; nothing has no members. */
  Json get(String key) {
    Object member = value == null ? null : as(Map.class, "an object").get(key);
    return new Json(path.isEmpty() ? key : path + "." + key, member);
  }

  /** The items of a list; nothing has none. */
  List<Json> items() {
    List<Json> items = new ArrayList<>();
    if (value != null) {
      for (Object item : as(List.class, "a list")) {
        items.add(new Json(path + "[" + items.size() + "]", item));
      }
    }
    return items;
  }

  String text() {
    return as(String.class, "a text");
  }

  String text(String fallback) {
    return value == null ? fallback : text();
  }

  /** One of these words; where there is none, the first. */
  String among(String... words) {
    String word = text(words[0]);
    if (!List.of(words).contains(word)) {
      throw needs("one of " + String.join(", ", words));
    }
    return word;
  }

  boolean flag() {
    return value != null && as(Boolean.class, "true or false");
  }

  float number(double fallback) {
    return value == null ? (float) fallback : as(Double.class, "a number").floatValue();
  }

  /** A whole number in [least, most]. */
  int integer(int least, int most) {
    double number = as(Double.class, "a whole number");
    if (!(number >= least && number <= most) || number != Math.rint(number)) {
      throw needs("a whole number in [" + least + ", " + most + "]");
    }
    return (int) number;
  }

  int integer(int least, int most, int fallback) {
    return value == null ? fallback : integer(least, most);
  }

  /** The item of a list that this number stands for. */
  Json in(List<Json> list) {
    if (list.isEmpty()) {
      throw needs("what the document has");
    }
    return list.get(integer(0, list.size() - 1));
  }

  /** So many numbers. */
  float[] numbers(float... fallback) {
    if (value == null) {
      return fallback;
    }
    List<Json> items = items();
    if (items.size() != fallback.length) {
      throw new IllegalArgumentException(
          path + ": needs " + fallback.length + " numbers, got " + items.size());
    }
    float[] numbers = new float[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = items.get(i).number(0);
      if (!Float.isFinite(numbers[i])) {
        throw items.get(i).needs("a number that a float holds");
      }
    }
    return numbers;
  }
}
