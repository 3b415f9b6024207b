package org.variegate.engine.internal.dataset;

import java.util.LinkedHashMap;
import java.util.Map;
import org.variegate.engine.internal.provenance.BundleVersion;
import org.variegate.engine.internal.provenance.VersionSet;

/** Sets of bundles as trees of maps and texts, as JSON and YAML hold them. */
final class VersionsText {
  private VersionsText() {}

  static Map<String, Object> tree(VersionSet set) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", set.id());
    tree.put("stages", bundles(set.stages()));
    tree.put("libraries", bundles(set.libraries()));
    return tree;
  }

  private static Map<String, Object> bundles(Map<String, BundleVersion> bundles) {
    Map<String, Object> tree = new LinkedHashMap<>();
    bundles.forEach(
        (key, bundle) -> {
          Map<String, String> fields = new LinkedHashMap<>();
          fields.put("bundle", bundle.bundle());
          fields.put("version", bundle.version());
          fields.put("sha256", bundle.sha256());
          tree.put(key, fields);
        });
    return tree;
  }

  static VersionSet set(Object tree) {
    Map<?, ?> map = map(tree);
    VersionSet set = VersionSet.of(bundles(map.get("stages")), bundles(map.get("libraries")));
    if (!set.id().equals(map.get("id"))) {
      throw new IllegalArgumentException(
          "versions: needs id " + set.id() + ", got " + map.get("id"));
    }
    return set;
  }

  private static Map<String, BundleVersion> bundles(Object tree) {
    Map<String, BundleVersion> bundles = new LinkedHashMap<>();
    map(tree)
        .forEach(
            (key, value) -> {
              Map<?, ?> fields = map(value);
              bundles.put(
                  String.valueOf(key),
                  new BundleVersion(
                      String.valueOf(fields.get("bundle")),
                      String.valueOf(fields.get("version")),
                      String.valueOf(fields.get("sha256"))));
            });
    return bundles;
  }

  private static Map<?, ?> map(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("versions: needs a mapping, got " + tree);
  }
}
