package org.variegate.engine.recipe.internal;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.List;
import org.variegate.draws.NearestName;
import org.variegate.engine.recipe.Option;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.RecipeException;

/** Reads the values of one option. */
record OptionValue(Option option) {

  /** What was written: one value, or an array; one value for a list is a list of one. */
  Object read(Value value) throws RecipeException {
    if (!option.many()) {
      return one(value);
    }
    return array(value instanceof Items items ? items.values() : List.of(value));
  }

  /**
   * What stands for an option that was not written.
   *
   * @param position blamed for a default that the option itself refuses
   * @return its default; null if it has none
   */
  Object standard(Position position) throws RecipeException {
    if (!option.hasDefault() || (option.standard().isEmpty() && !option.many())) {
      return null;
    }
    boolean plain = option.type() != Option.Type.STRING;
    List<Value> values =
        option.standard().stream().<Value>map(t -> new Scalar(t, plain, position)).toList();
    return option.many() ? array(values) : one(values.get(0));
  }

  private Object array(List<Value> values) throws RecipeException {
    Object array = Array.newInstance(type(), values.size());
    for (int i = 0; i < values.size(); i++) {
      Array.set(array, i, one(values.get(i)));
    }
    return array;
  }

  private Class<?> type() {
    return switch (option.type()) {
      case STRING -> String.class;
      case INTEGER -> Integer.class;
      case LONG -> Long.class;
      case DOUBLE -> Double.class;
      case BOOLEAN -> Boolean.class;
    };
  }

  private Object one(Value value) throws RecipeException {
    Object one =
        switch (option.type()) {
          case STRING -> Typed.text(option.key(), value);
          case BOOLEAN -> Typed.truth(option.key(), value);
          case DOUBLE -> number(value);
          case INTEGER -> whole(value, 31).intValue();
          case LONG -> whole(value, 63).longValue();
        };
    requireChoice(value);
    return one;
  }

  private double number(Value value) throws RecipeException {
    double number = Typed.number(option.key(), value);
    boolean above = option.minimum() == null || number >= Double.parseDouble(option.minimum());
    boolean below = option.maximum() == null || number <= Double.parseDouble(option.maximum());
    if (!(above && below)) {
      throw Typed.wrong(option.key(), "a number" + range(), value);
    }
    return number;
  }

  private BigInteger whole(Value value, int bits) throws RecipeException {
    BigInteger whole = Typed.whole(option.key(), value);
    boolean above =
        option.minimum() == null || whole.compareTo(new BigInteger(option.minimum())) >= 0;
    boolean below =
        option.maximum() == null || whole.compareTo(new BigInteger(option.maximum())) <= 0;
    if (!(above && below)) {
      throw Typed.wrong(option.key(), "a whole number" + range(), value);
    }
    if (whole.bitLength() > bits) {
      throw Typed.wrong(option.key(), "a whole number of " + (bits + 1) + " bits", value);
    }
    return whole;
  }

  private String range() {
    if (option.maximum() == null) {
      return " of at least " + option.minimum();
    }
    return option.minimum() == null
        ? " of at most " + option.maximum()
        : " from " + option.minimum() + " to " + option.maximum();
  }

  private void requireChoice(Value value) throws RecipeException {
    if (option.choices().isEmpty() || !(value instanceof Scalar scalar)) {
      return;
    }
    if (!option.choices().contains(scalar.text())) {
      throw new RecipeException(
          value.position(),
          option.key()
              + ": needs one of "
              + String.join(", ", option.choices())
              + ", got "
              + value.got()
              + nearest(scalar.text()));
    }
  }

  private String nearest(String text) {
    String hint = NearestName.hint(text, option.choices());
    return hint.startsWith("did") ? "; " + hint : "";
  }
}
