package org.variegate.draws;

import java.util.List;
import java.util.regex.Pattern;

/** The draws of one sample, made where a run, a test or a replay begins one. */
public final class SampleDraws implements Draws {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

  private final long seed;
  private final long sample;
  private final String prefix;
  private final DrawRecord record;
  private final Overrides overrides;

  /**
   * The root of all draws of a sample.
   *
   * @param seed the dataset's
   * @param sample the sample's index, at least 0
   * @param record is told of each draw
   * @param overrides stand in for draws
   */
  public SampleDraws(long seed, long sample, DrawRecord record, Overrides overrides) {
    this(seed, sample, "", record, overrides);
  }

  private SampleDraws(
      long seed, long sample, String prefix, DrawRecord record, Overrides overrides) {
    this.seed = seed;
    this.sample = sample;
    this.prefix = prefix;
    this.record = record;
    this.overrides = overrides;
  }

  @Override
  public double sample(String name, Distribution distribution) {
    String path = path(name);
    String typed = overrides.find(path);
    double value =
        typed == null
            ? distribution.sample(new Uniforms(key(path), 0))
            : overrides.number(path, typed);
    record.add(path, value);
    requireFinite(path, distribution, value);
    return value;
  }

  /** A log-normal value, for one, may be larger than a double can be. */
  private static void requireFinite(String path, Distribution distribution, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          path + ": needs a finite number, got " + value + " of " + distribution);
    }
  }

  @Override
  public double[] sample(String name, Distribution distribution, int count) {
    String path = path(name);
    if (count < 0) {
      throw new IllegalArgumentException(path + ": needs a count of at least 0, got " + count);
    }
    StreamKey key = key(path);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = distribution.sample(new Uniforms(key, i));
    }
    overrides.applyTo(path, values);
    record.add(path, values.clone());
    for (double value : values) {
      requireFinite(path, distribution, value);
    }
    return values;
  }

  @Override
  public boolean chance(String name, double probability) {
    String path = path(name);
    Probability.require(path, probability);
    String typed = overrides.find(path);
    boolean happens =
        typed == null ? new Uniforms(key(path), 0).next() < probability : truth(path, typed);
    record.add(path, happens);
    return happens;
  }

  @Override
  public int index(String name, int count) {
    String path = path(name);
    int index = drawIndex(path, count, overrides.find(path));
    record.add(path, index);
    return index;
  }

  @Override
  public <T> T choose(String name, List<T> items) {
    String path = path(name);
    String typed = overrides.find(path);
    T item =
        typed == null ? items.get(drawIndex(path, items.size(), null)) : named(path, typed, items);
    record.add(path, text(item));
    return item;
  }

  @Override
  public <T> T choose(String name, Weighted<T> items) {
    String path = path(name);
    String typed = overrides.find(path);
    T item =
        typed == null
            ? items.at(new Uniforms(key(path), 0).next())
            : named(path, typed, items.items());
    record.add(path, text(item));
    return item;
  }

  @Override
  public Noise noise(String name) {
    String path = path(name);
    StreamKey key = key(path);
    record.add(
        path, String.format(java.util.Locale.ROOT, "field %016x%016x", key.high(), key.low()));
    return new Noise(key);
  }

  @Override
  public Draws child(String name) {
    return new SampleDraws(seed, sample, path(name) + ".", record, overrides);
  }

  @Override
  public Draws child(String name, int index) {
    return new SampleDraws(seed, sample, indexed(name, index), record, overrides);
  }

  /** Samples count from 0 up, so what they share counts from -1 down. */
  @Override
  public Draws shared(String name, int index) {
    return new SampleDraws(seed, ~index, indexed(name, index), record, overrides);
  }

  private String indexed(String name, int index) {
    if (index < 0) {
      throw new IllegalArgumentException(
          path(name) + ": needs an index of at least 0, got " + index);
    }
    return path(name) + "[" + index + "].";
  }

  private int drawIndex(String path, int count, String typed) {
    if (count < 1) {
      throw new IllegalArgumentException(path + ": needs at least one item to choose from");
    }
    if (typed == null) {
      return (int) Math.multiplyHigh(new Uniforms(key(path), 0).bits() >>> 1, 2L * count);
    }
    double index = overrides.number(path, typed);
    if (!(index >= 0 && index < count && index == Math.rint(index))) {
      throw overrides.refuse(
          path + ": needs an index from 0 to " + (count - 1) + ", got '" + typed + "'");
    }
    return (int) index;
  }

  private <T> T named(String path, String typed, List<T> items) {
    for (T item : items) {
      if (text(item).equals(typed)) {
        return item;
      }
    }
    throw overrides.refuse(path + ": needs one of " + items + ", got '" + typed + "'");
  }

  private static String text(Object item) {
    return item instanceof Double number ? Decimal.text(number) : String.valueOf(item);
  }

  private boolean truth(String path, String typed) {
    return switch (typed) {
      case "true" -> true;
      case "false" -> false;
      default -> throw overrides.refuse(path + ": needs true or false, got '" + typed + "'");
    };
  }

  private StreamKey key(String path) {
    return StreamKey.of(seed, sample, path);
  }

  private String path(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          prefix + name + ": a draw's name is a letter, then letters, digits and dashes");
    }
    return prefix + name;
  }
}
