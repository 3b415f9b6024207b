package org.variegate.source.breeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Tells code apart that may grow other meshes of the same genome. */
final class CodeHash {
  private CodeHash() {}

  /**
   * Adds all files of a type's bundle, and of those whose packages it imports, near and far;
   * outside of a framework, the type's own.
   */
  static void add(MessageDigest digest, Class<?> type) {
    try {
      Bundle bundle = FrameworkUtil.getBundle(type);
      if (bundle == null) {
        add(digest, type.getResource(type.getName().replaceFirst(".*\\.", "") + ".class"));
        return;
      }
      for (Bundle each : closure(bundle)) {
        var found = each.findEntries("/", "*", true);
        List<URL> entries = found == null ? List.of() : Collections.list(found);
        for (URL url : entries.stream().sorted(Comparator.comparing(URL::getPath)).toList()) {
          if (!url.getPath().endsWith("/")) {
            add(digest, url);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(MessageDigest digest, URL url) throws IOException {
    digest.update(url.getPath().getBytes(StandardCharsets.UTF_8));
    try (InputStream in = url.openStream()) {
      digest.update(in.readAllBytes());
    }
  }

  private static List<Bundle> closure(Bundle bundle) {
    Set<Bundle> found = new LinkedHashSet<>(Set.of(bundle));
    Deque<Bundle> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      BundleWiring wiring = open.pop().adapt(BundleWiring.class);
      for (BundleWire wire : wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
        Bundle provider = wire.getProvider().getBundle();
        if (provider.getBundleId() != 0 && found.add(provider)) {
          open.push(provider);
        }
      }
    }
    return found.stream().sorted(Comparator.comparing(Bundle::getSymbolicName)).toList();
  }
}
