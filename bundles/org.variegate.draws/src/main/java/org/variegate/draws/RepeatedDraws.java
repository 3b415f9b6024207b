package org.variegate.draws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Draws that give again what they gave when they are asked for the same name again: for what is
 * made several times of one chance, as an animal's poses at several moments. Each is drawn once.
 */
public final class RepeatedDraws implements Draws {
  private final Draws draws;
  private final Map<String, Object> made = new HashMap<>();

  /**
   * Nothing is drawn yet.
   *
   * @param draws to be made, each once
   */
  public RepeatedDraws(Draws draws) {
    this.draws = draws;
  }

  @SuppressWarnings("unchecked")
  private <T> T once(String name, Supplier<T> first) {
    Object known = made.get(name);
    if (known == null) {
      known = first.get();
      made.put(name, known);
    }
    return (T) known;
  }

  @Override
  public double sample(String name, Distribution distribution) {
    return once(name, () -> draws.sample(name, distribution));
  }

  @Override
  public double[] sample(String name, Distribution distribution, int count) {
    double[] values = once(name, () -> draws.sample(name, distribution, count));
    return values.clone();
  }

  @Override
  public boolean chance(String name, double probability) {
    return once(name, () -> draws.chance(name, probability));
  }

  @Override
  public int index(String name, int count) {
    return once(name, () -> draws.index(name, count));
  }

  @Override
  public <T> T choose(String name, List<T> items) {
    return once(name, () -> draws.choose(name, items));
  }

  @Override
  public <T> T choose(String name, Weighted<T> items) {
    return once(name, () -> draws.choose(name, items));
  }

  @Override
  public Noise noise(String name) {
    return once(name, () -> draws.noise(name));
  }

  @Override
  public Draws child(String name) {
    return once("child " + name, () -> new RepeatedDraws(draws.child(name)));
  }

  @Override
  public Draws child(String name, int index) {
    return once(
        "child " + name + "[" + index + "]", () -> new RepeatedDraws(draws.child(name, index)));
  }

  @Override
  public Draws shared(String name, int index) {
    return once(
        "shared " + name + "[" + index + "]", () -> new RepeatedDraws(draws.shared(name, index)));
  }
}
