package org.variegate.engine.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.variegate.engine.internal.provenance.BundleVersion;
import org.variegate.engine.recipe.internal.BundleHashes;

/** Versions and hashes of bundles. No plugin's bundle is held. */
final class BundleVersions {
  private final BundleHashes hashes;
  private final Bundle engine;
  private final Bundle resampler;

  BundleVersions(BundleHashes hashes, Bundle engine, Bundle resampler) {
    this.hashes = hashes;
    this.engine = engine;
    this.resampler = resampler;
  }

  BundleVersion of(Bundle bundle) {
    return new BundleVersion(
        bundle.getSymbolicName(), bundle.getVersion().toString(), hashes.of(bundle));
  }

  /**
   * The bundles whose code takes part in making a sample, by symbolic name: those that the stages'
   * bundles import packages or use services from, near and far, and the engine with what its
   * resampler needs.
   */
  Map<String, BundleVersion> libraries(Set<Bundle> stages) {
    Set<Bundle> found = new LinkedHashSet<>();
    Deque<Bundle> open = new ArrayDeque<>(stages);
    open.push(resampler);
    found.add(resampler);
    while (!open.isEmpty()) {
      for (Bundle provider : providers(open.pop())) {
        if (provider.getBundleId() != 0 && !stages.contains(provider) && found.add(provider)) {
          open.push(provider);
        }
      }
    }
    found.add(engine);
    Map<String, BundleVersion> libraries = new TreeMap<>();
    found.forEach(bundle -> libraries.put(bundle.getSymbolicName(), of(bundle)));
    return libraries;
  }

  private static Set<Bundle> providers(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    Set<Bundle> providers = new LinkedHashSet<>();
    if (wiring != null && wiring.isInUse()) {
      for (BundleWire wire : wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
        if (wire.getProvider() != null) {
          providers.add(wire.getProvider().getBundle());
        }
      }
      addServices(bundle, providers);
    }
    return providers;
  }

  private static void addServices(Bundle bundle, Set<Bundle> providers) {
    ServiceReference<?>[] used = bundle.getServicesInUse();
    if (used != null) {
      for (ServiceReference<?> service : used) {
        Bundle provider = service.getBundle();
        if (provider != null) {
          providers.add(provider);
        }
      }
    }
  }
}
