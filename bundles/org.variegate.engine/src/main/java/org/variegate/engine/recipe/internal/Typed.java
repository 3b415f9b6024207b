package org.variegate.engine.recipe.internal;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.variegate.engine.recipe.RecipeException;

/** Reads values as what they must be; refuses what they are not. */
final class Typed {
  private Typed() {}

  static Fields fields(String key, Value value) throws RecipeException {
    if (value instanceof Fields fields) {
      return fields;
    }
    throw wrong(key, "a mapping", value);
  }

  static List<Value> items(String key, Value value) throws RecipeException {
    if (value instanceof Items items) {
      return items.values();
    }
    throw wrong(key, "a list", value);
  }

  static String text(String key, Value value) throws RecipeException {
    if (value instanceof Scalar scalar && !scalar.isNull() && !scalar.isBoolean()) {
      return scalar.text();
    }
    throw wrong(key, value instanceof Scalar ? "text" : "one value", value);
  }

  static boolean truth(String key, Value value) throws RecipeException {
    if (value instanceof Scalar scalar && scalar.isBoolean()) {
      return scalar.text().equalsIgnoreCase("true");
    }
    throw wrong(key, "true or false", value);
  }

  /** A whole number of any size. */
  static BigInteger whole(String key, Value value) throws RecipeException {
    if (value instanceof Scalar scalar
        && scalar.plain()
        && CoreSchema.of(scalar.text()) == CoreSchema.INTEGER) {
      return whole(scalar.text());
    }
    throw wrong(key, "a whole number", value);
  }

  private static BigInteger whole(String text) {
    if (text.startsWith("0x")) {
      return new BigInteger(text.substring(2), 16);
    }
    if (text.startsWith("0o")) {
      return new BigInteger(text.substring(2), 8);
    }
    return new BigInteger(text);
  }

  /** A number; not NaN, but it may be infinite. */
  static double number(String key, Value value) throws RecipeException {
    if (value instanceof Scalar scalar && scalar.plain()) {
      CoreSchema meaning = CoreSchema.of(scalar.text());
      if (meaning == CoreSchema.INTEGER) {
        return whole(scalar.text()).doubleValue();
      }
      if (meaning == CoreSchema.NUMBER && !scalar.text().equalsIgnoreCase(".nan")) {
        return number(scalar.text());
      }
    }
    throw wrong(key, "a number", value);
  }

  private static double number(String text) {
    if (text.toLowerCase(Locale.ROOT).endsWith(".inf")) {
      return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.parseDouble(text);
  }

  static RecipeException wrong(String key, String needed, Value got) {
    return new RecipeException(got.position(), key + ": needs " + needed + ", got " + got.got());
  }
}
