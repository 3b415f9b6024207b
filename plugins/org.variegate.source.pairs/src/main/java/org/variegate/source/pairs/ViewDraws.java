package org.variegate.source.pairs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.draws.Noise;
import org.variegate.draws.Weighted;

/** The draws of one view, whose stages of some names draw what those of the other view draw. */
final class ViewDraws implements Draws {
  private final Draws own;
  private final Draws both;
  private final Set<String> same;
  private final Set<String> asked = new HashSet<>();

  /**
   * Of a view.
   *
   * @param own of the view
   * @param both of both views; gives again what it gave
   * @param same names of stages that take those
   */
  ViewDraws(Draws own, Draws both, Set<String> same) {
    this.own = own;
    this.both = both;
    this.same = same;
  }

  /** Which of the names were asked for. */
  Set<String> asked() {
    return asked;
  }

  @Override
  public Draws child(String name) {
    if (same.contains(name)) {
      asked.add(name);
      return both.child(name);
    }
    return own.child(name);
  }

  @Override
  public Draws child(String name, int index) {
    return own.child(name, index);
  }

  @Override
  public Draws shared(String name, int index) {
    return own.shared(name, index);
  }

  @Override
  public double sample(String name, Distribution distribution) {
    return own.sample(name, distribution);
  }

  @Override
  public double[] sample(String name, Distribution distribution, int count) {
    return own.sample(name, distribution, count);
  }

  @Override
  public boolean chance(String name, double probability) {
    return own.chance(name, probability);
  }

  @Override
  public int index(String name, int count) {
    return own.index(name, count);
  }

  @Override
  public <T> T choose(String name, List<T> items) {
    return own.choose(name, items);
  }

  @Override
  public <T> T choose(String name, Weighted<T> items) {
    return own.choose(name, items);
  }

  @Override
  public Noise noise(String name) {
    return own.noise(name);
  }
}
