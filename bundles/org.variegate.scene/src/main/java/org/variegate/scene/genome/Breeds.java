package org.variegate.scene.genome;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.variegate.draws.Draws;
import org.variegate.draws.Weighted;
import org.variegate.scene.Genome;
import org.variegate.scene.genome.BreedTable.Breed;

/**
 * The breeds of a species, read from a table. A line {@code [breed weight]} begins a breed, and
 * {@code gene = distribution} lines follow; the first block, {@code [species]} without a weight,
 * holds for every breed that does not say otherwise. A gene of a vocabulary holds words with
 * weights instead, such as {@code tabby 5, solid 2}, and the word's place in the vocabulary is the
 * gene's value. A {@code #} begins a remark.
 */
public final class Breeds {
  private final List<Breed> breeds;
  private final Weighted<Breed> weighted;

  /**
   * Reads a table.
   *
   * @param text the table
   * @param vocabularies words by gene
   * @throws IllegalArgumentException if a line means nothing, a breed or a gene of it comes twice,
   *     or a breed has a gene that the species does not have
   */
  public Breeds(String text, Map<String, List<String>> vocabularies) {
    breeds = BreedTable.read(text, vocabularies);
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
   * @throws IllegalArgumentException if there is no such file, or a line of it means nothing
   */
  public static Breeds of(
      Class<?> beside, String resource, Map<String, List<String>> vocabularies) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("needs a file beside " + beside + ", got none");
      }
      return new Breeds(new String(in.readAllBytes(), StandardCharsets.UTF_8), vocabularies);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(resource + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + ": " + e.getMessage(), e);
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
    breed.genes().forEach((name, gene) -> values.put(name, gene.draw(name, draws)));
    return new Genome(breed.name(), values);
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
    return find(breed).genes().get(gene).allows(value);
  }

  private Breed find(String breed) {
    return breeds.stream()
        .filter(b -> b.name().equals(breed))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("breed: needs one of " + names() + ", got " + breed));
  }
}
