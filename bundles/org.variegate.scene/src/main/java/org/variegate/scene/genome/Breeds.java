package org.variegate.scene.genome;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.variegate.draws.Draws;
import org.variegate.draws.Weighted;
import org.variegate.scene.Genome;

/**
 * The breeds of a species, read from a table. A line {@code [breed weight]} begins a breed, and
 * {@code gene = distribution} lines follow; the first block, {@code [species]} without a weight,
 * holds for every breed that does not say otherwise. A gene of a vocabulary holds words with
 * weights instead, such as {@code tabby 5, solid 2}, and the word's place in the vocabulary is the
 * gene's value. A {@code #} begins a remark.
 */
public final class Breeds {
  private record Breed(String name, double weight, SortedMap<String, Gene> genes) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final List<Breed> breeds = new ArrayList<>();
  private final Weighted<Breed> weighted;

  /**
   * Reads a table.
   *
   * @param text the table
   * @param vocabularies words by gene
   * @throws IllegalArgumentException if a line means nothing
   */
  public Breeds(String text, Map<String, List<String>> vocabularies) {
    SortedMap<String, Gene> common = new TreeMap<>();
    SortedMap<String, Gene> current = common;
    for (String line : text.lines().map(l -> l.replaceAll("#.*", "").strip()).toList()) {
      if (line.startsWith("[")) {
        String[] words = line.substring(1, line.length() - 1).strip().split("\\s+");
        if (words.length == 2) {
          current = new TreeMap<>(common);
          breeds.add(new Breed(words[0], Double.parseDouble(words[1]), current));
        }
      } else if (!line.isEmpty()) {
        int equals = line.indexOf('=');
        if (equals < 0) {
          throw new IllegalArgumentException("breeds: needs gene = distribution, got " + line);
        }
        String name = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        current.put(name, Gene.of(name, value, vocabularies.get(name)));
      }
    }
    double[] weights = breeds.stream().mapToDouble(Breed::weight).toArray();
    weighted = Weighted.of("breed", breeds, weights);
  }

  /**
   * Reads the table beside a class.
   *
   * @param beside the class
   * @param resource the table's file name
   * @param vocabularies words by gene
   * @return the breeds
   */
  public static Breeds of(
      Class<?> beside, String resource, Map<String, List<String>> vocabularies) {
    try (InputStream in = beside.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Breeds(String.join("\n", reader.lines().toList()), vocabularies);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The breeds' names, in the table's order. */
  public List<String> names() {
    return breeds.stream().map(Breed::name).toList();
  }

  /**
   * Draws a breed and an individual of it.
   *
   * @param draws of the individual
   * @return its genome, with a draw {@code breed} and one a gene
   */
  public Genome draw(Draws draws) {
    return draw(draws.choose("breed", weighted), draws);
  }

  /**
   * Draws an individual of a breed.
   *
   * @param breed one of {@link #names()}
   * @param draws of the individual
   * @return its genome
   */
  public Genome draw(String breed, Draws draws) {
    return draw(find(breed), draws);
  }

  private static Genome draw(Breed breed, Draws draws) {
    SortedMap<String, Double> values = new TreeMap<>();
    breed.genes.forEach((name, gene) -> values.put(name, gene.draw(name, draws)));
    return new Genome(breed.name, values);
  }

  /**
   * Whether a gene of a breed can have a value.
   *
   * @param breed one of {@link #names()}
   * @param gene its name
   * @param value a number, or a word's place in its vocabulary
   * @return true if it lies in the gene's range
   */
  public boolean allows(String breed, String gene, double value) {
    return find(breed).genes.get(gene).allows(value);
  }

  private Breed find(String breed) {
    return breeds.stream()
        .filter(b -> b.name.equals(breed))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("breed: needs one of " + names() + ", got " + breed));
  }
}
