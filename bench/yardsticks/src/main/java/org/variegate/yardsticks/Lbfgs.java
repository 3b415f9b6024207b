package org.variegate.yardsticks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Minimises smooth convex functions: limited-memory BFGS (Liu, Nocedal 1989), backtracking. */
final class Lbfgs {
  private static final int MEMORY = 10;
  private static final double SUFFICIENT = 1e-4;

  /** A function to minimise. */
  interface Function {
    /** The value at a point; the gradient there is written to an array as long as the point. */
    double at(double[] point, double[] gradient);
  }

  private record Step(double[] move, double[] turn, double inverse) {}

  private Lbfgs() {}

  /**
   * Minimises.
   *
   * @param tolerance how large the largest component of the gradient may be in the end
   * @param iterations how many there may be
   * @throws IllegalStateException if that was not enough
   */
  static double[] minimise(Function function, double[] start, double tolerance, int iterations) {
    double[] point = start.clone();
    double[] gradient = new double[point.length];
    double value = function.at(point, gradient);
    Deque<Step> steps = new ArrayDeque<>();
    for (int i = 0; i < iterations; i++) {
      if (largest(gradient) <= tolerance) {
        return point;
      }
      double[] direction = direction(gradient, steps);
      double slope = dot(direction, gradient);
      double length = steps.isEmpty() ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
      double[] next = new double[point.length];
      double[] turn = new double[point.length];
      double reached;
      do {
        for (int k = 0; k < next.length; k++) {
          next[k] = point[k] + length * direction[k];
        }
        reached = function.at(next, turn);
        length /= 2;
      } while (!(reached <= value + SUFFICIENT * 2 * length * slope) && length > 1e-12);
      remember(steps, point, gradient, next, turn);
      point = next;
      gradient = turn;
      value = reached;
    }
    throw new IllegalStateException("iterations: needs more than " + iterations + " to converge");
  }

  private static void remember(
      Deque<Step> steps, double[] point, double[] gradient, double[] next, double[] turned) {
    double[] move = new double[point.length];
    double[] turn = new double[point.length];
    for (int k = 0; k < move.length; k++) {
      move[k] = next[k] - point[k];
      turn[k] = turned[k] - gradient[k];
    }
    double curvature = dot(move, turn);
    if (curvature > 0) {
      steps.addLast(new Step(move, turn, 1 / curvature));
      if (steps.size() > MEMORY) {
        steps.removeFirst();
      }
    }
  }

  /** The two-loop recursion. */
  private static double[] direction(double[] gradient, Deque<Step> steps) {
    double[] direction = new double[gradient.length];
    add(direction, -1, gradient);
    double[] shares = new double[steps.size()];
    int at = steps.size();
    for (Iterator<Step> i = steps.descendingIterator(); i.hasNext(); ) {
      Step step = i.next();
      shares[--at] = step.inverse * dot(step.move, direction);
      add(direction, -shares[at], step.turn);
    }
    if (!steps.isEmpty()) {
      Step last = steps.getLast();
      double scale = 1 / (last.inverse * dot(last.turn, last.turn));
      for (int k = 0; k < direction.length; k++) {
        direction[k] *= scale;
      }
    }
    for (Step step : steps) {
      add(direction, shares[at++] - step.inverse * dot(step.turn, direction), step.move);
    }
    return direction;
  }

  private static void add(double[] to, double factor, double[] what) {
    for (int k = 0; k < to.length; k++) {
      to[k] += factor * what[k];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
