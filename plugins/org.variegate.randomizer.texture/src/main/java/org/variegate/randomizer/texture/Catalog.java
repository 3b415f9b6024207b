package org.variegate.randomizer.texture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.variegate.draws.NearestName;

/** All materials, by family. */
final class Catalog {
  static final List<Pattern> ALL = all();

  /** Collects the materials of one family. */
  static final class Family {
    private final String name;
    private final List<Pattern> patterns;

    private Family(String name, List<Pattern> patterns) {
      this.name = name;
      this.patterns = patterns;
    }

    /**
     * Adds a material.
     *
     * @param material its name
     * @param size of one repeat, in m
     */
    void add(String material, double size, Function<Kit, Surface> surface) {
      patterns.add(new Pattern(material, name, size, surface));
    }
  }

  private Catalog() {}

  private static List<Pattern> all() {
    Map<String, Consumer<Family>> families = new LinkedHashMap<>();
    families.put("rock", Rock::add);
    families.put("soil", Soil::add);
    families.put("plant", Plant::add);
    families.put("wood", Wood::add);
    families.put("metal", Metal::add);
    families.put("fabric", Fabric::add);
    families.put("tile", Tiling::add);
    families.put("building", Building::add);
    families.put("sheet", Sheet::add);
    families.put("geometric", Geometric::add);
    families.put("unreal", Unreal::add);
    List<Pattern> all = new ArrayList<>();
    families.forEach((name, family) -> family.accept(new Family(name, all)));
    return List.copyOf(all);
  }

  private static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    for (Pattern pattern : ALL) {
      names.add(pattern.name());
      names.add(pattern.family());
    }
    return names;
  }

  /**
   * The materials of these names.
   *
   * @param names of materials or families; none for all
   * @return in the catalog's order
   */
  static List<Pattern> of(String... names) {
    for (String name : names) {
      if (ALL.stream().noneMatch(p -> p.name().equals(name) || p.family().equals(name))) {
        throw new IllegalArgumentException(
            "materials: needs names of materials or families, got '"
                + name
                + "'; "
                + NearestName.hint(name, names()));
      }
    }
    List<String> wanted = Arrays.asList(names);
    return ALL.stream()
        .filter(p -> wanted.isEmpty() || wanted.contains(p.name()) || wanted.contains(p.family()))
        .toList();
  }
}
