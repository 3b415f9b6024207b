package org.variegate.engine.recipe.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.variegate.api.Plugin;
import org.variegate.engine.Libraries;

/**
 * Starts bundles when their plugins are asked for, so that a start costs what the recipe takes, not
 * what is installed. What such a bundle needs services of is started with it. A bundle that is
 * installed later is started at once: somebody has put it there for the work under way.
 *
 * <p>A bundle that needs packages nobody exports is tried again with the {@link Libraries}. One
 * that cannot be started stays as it is; the launcher says why.
 */
final class PluginBundles implements BundleListener {
  private static final String SERVICE = "osgi.service";

  private final BundleContext context;

  /**
   * By the bundle's id: reading capabilities anew for each plugin would cost more than starting.
   */
  private final Map<Long, Declared> declared = new ConcurrentHashMap<>();

  private record Declared(long modified, Set<Object> plugins) {}

  PluginBundles(BundleContext context) {
    this.context = context;
    context.addBundleListener(this);
  }

  /**
   * Starts what has a plugin of this name.
   *
   * @return the bundles that say so, started or not
   */
  List<Bundle> start(String name) {
    return startAll(bundle -> plugins(bundle).contains(name));
  }

  /** Starts everything. */
  void startAll() {
    startAll(bundle -> true);
  }

  /** One thread at a time: the components of a bundle that starts are there when this returns. */
  private synchronized List<Bundle> startAll(Predicate<Bundle> which) {
    List<Bundle> found = Arrays.stream(context.getBundles()).filter(which).toList();
    found.forEach(this::start);
    return found;
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    if (event.getType() == BundleEvent.INSTALLED) {
      startAll(event.getBundle()::equals);
    }
  }

  private void start(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (bundle.getState() == Bundle.ACTIVE || revision == null || isFragment(revision)) {
      return;
    }
    if (!started(bundle)) {
      return; // it stays as it is
    }
    for (BundleRequirement needed : revision.getDeclaredRequirements(SERVICE)) {
      startAll(other -> plugins(other).isEmpty() && provides(other, needed));
    }
  }

  private boolean started(Bundle bundle) {
    try {
      bundle.start();
      return true;
    } catch (BundleException e) {
      return bundle.getState() == Bundle.INSTALLED && startedWithLibraries(bundle);
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /**
   * Asks for the libraries, which may have plugins of their own.
   *
   * @return whether there are any
   */
  boolean installLibraries() {
    ServiceReference<Libraries> reference = context.getServiceReference(Libraries.class);
    Libraries libraries = reference == null ? null : context.getService(reference);
    return libraries != null && libraries.install();
  }

  private boolean startedWithLibraries(Bundle bundle) {
    if (!installLibraries()) {
      return false;
    }
    try {
      bundle.start();
      return true;
    } catch (BundleException | IllegalStateException e) {
      return false;
    }
  }

  private static boolean isFragment(BundleRevision revision) {
    return (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
  }

  /** The names of the plugins that a bundle says it has. */
  private Set<Object> plugins(Bundle bundle) {
    long modified = bundle.getLastModified();
    Declared last = declared.get(bundle.getBundleId());
    if (last != null && last.modified() == modified) {
      return last.plugins();
    }
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (revision == null) {
      declared.remove(bundle.getBundleId()); // it has been uninstalled
      return Set.of();
    }
    Set<Object> plugins =
        revision.getDeclaredCapabilities(Plugin.CAPABILITY).stream()
            .map(capability -> capability.getAttributes().get("name"))
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    declared.put(bundle.getBundleId(), new Declared(modified, plugins));
    return plugins;
  }

  private static boolean provides(Bundle bundle, BundleRequirement needed) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (revision != null) {
      for (BundleCapability capability : revision.getDeclaredCapabilities(SERVICE)) {
        if (needed.matches(capability)) {
          return true;
        }
      }
    }
    return false;
  }
}
