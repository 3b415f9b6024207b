package org.variegate.engine.internal.provenance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The bundles a sample was made by. Immutable; equal sets have equal ids.
 *
 * @param id the first 12 hexadecimal digits of the SHA-256 of all the rest
 * @param stages path of a stage to the bundle of its plugin, in the pipeline's order
 * @param libraries symbolic name to the bundle, for each that the plugins use
 */
public record VersionSet(
    String id, Map<String, BundleVersion> stages, SortedMap<String, BundleVersion> libraries) {

  /**
   * Names a set by its content.
   *
   * @param stages path of a stage to the bundle of its plugin
   * @param libraries symbolic name to the bundle
   * @return the set
   */
  public static VersionSet of(
      Map<String, BundleVersion> stages, Map<String, BundleVersion> libraries) {
    SortedMap<String, BundleVersion> sorted = new TreeMap<>(libraries);
    String text = lines(stages) + "\n" + lines(sorted);
    return new VersionSet(
        Hashes.text(text).substring(0, 12),
        Collections.unmodifiableMap(new LinkedHashMap<>(stages)),
        Collections.unmodifiableSortedMap(sorted));
  }

  private static String lines(Map<String, BundleVersion> bundles) {
    return bundles.entrySet().stream()
        .map(
            e -> {
              BundleVersion b = e.getValue();
              return String.join(" ", e.getKey(), b.bundle(), b.version(), b.sha256()) + "\n";
            })
        .collect(Collectors.joining());
  }

  /**
   * What a later set has replaced.
   *
   * @param later another set of the same pipeline
   * @return {@code a 1.0.0 x by a 1.0.1 y in noise, blur}; further replacements after a semicolon
   */
  public String replacedBy(VersionSet later) {
    Map<String, List<String>> changes = changes(stages, later.stages);
    if (changes.isEmpty()) {
      changes = changes(libraries, later.libraries);
    }
    return changes.entrySet().stream()
        .map(change -> change.getKey() + " in " + String.join(", ", change.getValue()))
        .collect(Collectors.joining("; "));
  }

  /**
   * The stages' bundles as texts.
   *
   * @return path of a stage to bundle, version and the first digits of its hash
   */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    stages.forEach((path, bundle) -> texts.put(path, bundle.toString()));
    return texts;
  }

  private static Map<String, List<String>> changes(
      Map<String, BundleVersion> before, Map<String, BundleVersion> after) {
    Map<String, List<String>> changes = new LinkedHashMap<>();
    after.forEach(
        (place, bundle) -> {
          BundleVersion old = before.get(place);
          if (!bundle.equals(old)) {
            changes.computeIfAbsent(old + " by " + bundle, key -> new ArrayList<>()).add(place);
          }
        });
    return changes;
  }
}
