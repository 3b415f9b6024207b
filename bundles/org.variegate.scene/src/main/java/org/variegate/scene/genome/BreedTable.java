package org.variegate.scene.genome;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.variegate.draws.NearestName;

/** Reads a table of breeds, line by line. */
final class BreedTable {
  /** A breed with all its genes, those of the species included. */
  record Breed(String name, double weight, SortedMap<String, Gene> genes) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final Map<String, List<String>> vocabularies;
  private final List<Breed> breeds = new ArrayList<>();
  private final Set<String> named = new HashSet<>();
  private final Set<String> set = new HashSet<>();
  private final SortedMap<String, Gene> common = new TreeMap<>();
  private SortedMap<String, Gene> block;

  private BreedTable(Map<String, List<String>> vocabularies) {
    this.vocabularies = vocabularies;
  }

  /** The breeds, in the table's order. */
  static List<Breed> read(String text, Map<String, List<String>> vocabularies) {
    BreedTable table = new BreedTable(vocabularies);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      try {
        table.line(lines.get(i).replaceAll("#.*", "").strip());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return List.copyOf(table.breeds);
  }

  private void line(String line) {
    if (line.startsWith("[")) {
      begin(line);
    } else if (!line.isEmpty()) {
      gene(line);
    }
  }

  private void begin(String line) {
    String[] words = line.replaceAll("[\\[\\]]", " ").strip().split("\\s+");
    boolean species = block == null;
    if (!line.endsWith("]") || words.length != (species ? 1 : 2)) {
      throw new IllegalArgumentException(
          "needs " + (species ? "[species] first" : "[breed weight]") + ", got " + line);
    }
    if (!species && !named.add(words[0])) {
      throw new IllegalArgumentException("needs each breed once, got " + words[0] + " again");
    }
    set.clear();
    block = species ? common : new TreeMap<>(common);
    if (!species) {
      breeds.add(new Breed(words[0], Gene.weight(words[0], words[1]), block));
    }
  }

  private void gene(String line) {
    int equals = line.indexOf('=');
    if (equals < 0 || block == null) {
      throw new IllegalArgumentException(
          "needs " + (block == null ? "[species] first" : "gene = distribution") + ", got " + line);
    }
    String name = line.substring(0, equals).strip();
    if (!set.add(name)) {
      throw new IllegalArgumentException("needs each gene once, got " + name + " again");
    }
    if (block != common && !common.containsKey(name)) {
      throw new IllegalArgumentException(
          "needs a gene of the species, got "
              + name
              + "; "
              + NearestName.hint(name, common.keySet()));
    }
    block.put(name, Gene.of(name, line.substring(equals + 1).strip(), vocabularies.get(name)));
  }
}
