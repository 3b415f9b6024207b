package org.variegate.scene.genome;

import java.util.ArrayList;
import java.util.List;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.draws.Weighted;

/**
 * What a gene can be: a number of a distribution, or a word of a vocabulary.
 *
 * @param numbers or null
 * @param words or null
 * @param vocabulary of the words, or null
 */
record Gene(Distribution numbers, Weighted<String> words, List<String> vocabulary) {

  static Gene of(String name, String text, List<String> vocabulary) {
    return vocabulary == null
        ? new Gene(Distribution.parse(name, text), null, null)
        : words(name, text, vocabulary);
  }

  private static Gene words(String name, String text, List<String> vocabulary) {
    List<String> words = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (String part : text.split(",")) {
      String[] pair = part.strip().split("\\s+");
      if (!vocabulary.contains(pair[0])) {
        throw new IllegalArgumentException(
            name + ": needs one of " + vocabulary + ", got " + pair[0]);
      }
      if (pair.length > 2) {
        throw new IllegalArgumentException(name + ": needs a word and a weight, got " + part);
      }
      words.add(pair[0]);
      weights.add(pair.length > 1 ? weight(name, pair[1]) : 1);
    }
    double[] w = weights.stream().mapToDouble(d -> d).toArray();
    return new Gene(null, Weighted.of(name, words, w), vocabulary);
  }

  static double weight(String name, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": needs a number as weight, got " + text, e);
    }
  }

  double draw(String name, Draws draws) {
    return words == null
        ? draws.sample(name, numbers)
        : vocabulary.indexOf(draws.choose(name, words));
  }

  boolean allows(double value) {
    return words == null
        ? value >= numbers.lower() && value <= numbers.upper()
        : words.items().contains(vocabulary.get((int) value));
  }
}
