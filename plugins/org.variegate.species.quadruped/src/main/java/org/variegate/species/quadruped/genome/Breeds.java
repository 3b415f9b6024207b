package org.variegate.species.quadruped.genome;

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
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.draws.Weighted;
import org.variegate.scene.Genome;

/**
 * The breeds of a species as regions of genome space, read from a table. Lines are {@code [breed
 * weight]} and {@code gene = distribution}; the first block, without a weight, holds for every
 * breed that does not say otherwise. Genes of a vocabulary hold words with weights instead, such as
 * {@code tabby 5, solid 2}, and the word's place in the vocabulary is the gene's value.
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
  private final Map<String, List<String>> vocabularies;

  /**
   * Reads a table.
   *
   * @param text the table
   * @param vocabularies words by gene
   * @throws IllegalArgumentException if a line means nothing
   */
  public Breeds(String text, Map<String, List<String>> vocabularies) {
    this.vocabularies = vocabularies;
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
        String name = line.substring(0, Math.max(0, equals)).strip();
        current.put(name, gene(name, line.substring(equals + 1).strip()));
      }
    }
    double[] weights = breeds.stream().mapToDouble(Breed::weight).toArray();
    weighted = Weighted.of("breed", breeds, weights);
  }

  /** Reads the table beside this class. */
  public static Breeds of(String resource, Map<String, List<String>> vocabularies) {
    try (InputStream in = Breeds.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Breeds(String.join("\n", reader.lines().toList()), vocabularies);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Gene gene(String name, String value) {
    List<String> words = vocabularies.get(name);
    return words == null
        ? new Gene(Distribution.parse(name, value), null, null)
        : Gene.of(name, value, words);
  }

  /** The breeds' names, in the table's order. */
  public List<String> names() {
    return breeds.stream().map(Breed::name).toList();
  }

  /** Draws a breed and an individual of it. */
  public Genome draw(Draws draws) {
    return draw(draws.choose("breed", weighted), draws);
  }

  /** Draws an individual of a breed. */
  public Genome draw(String breed, Draws draws) {
    return draw(
        breeds.stream().filter(b -> b.name.equals(breed)).findFirst().orElseThrow(), draws);
  }

  private static Genome draw(Breed breed, Draws draws) {
    SortedMap<String, Double> values = new TreeMap<>();
    breed.genes.forEach((name, gene) -> values.put(name, gene.draw(name, draws)));
    return new Genome(breed.name, values);
  }

  /** What a gene of a breed can be. */
  public boolean allows(String breed, String gene, double value) {
    Gene g =
        breeds.stream()
            .filter(b -> b.name.equals(breed))
            .findFirst()
            .orElseThrow()
            .genes
            .get(gene);
    return g.allows(value);
  }
}
