package org.variegate.engine.recipe.internal;

import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.variegate.api.Plugin;

/**
 * Starts bundles when their plugins are asked for, so that a start costs what the recipe takes, not
 * what is installed. What such a bundle needs services of is started with it. A bundle that is
 * installed later is started at once: somebody has put it there for the work under way.
 *
 * <p>A bundle that cannot be started stays as it is; the launcher says why.
 */
final class PluginBundles implements BundleListener {
  private static final String SERVICE = "osgi.service";

  private final BundleContext context;

  PluginBundles(BundleContext context) {
    this.context = context;
    context.addBundleListener(this);
  }

  /** Starts what has a plugin of this name. */
  void start(String name) {
    startAll(bundle -> isPlugin(bundle, name::equals));
  }

  /** Starts everything. */
  void startAll() {
    startAll(bundle -> true);
  }

  /** One thread at a time: the components of a bundle that starts are there when this returns. */
  private synchronized void startAll(Predicate<Bundle> which) {
    for (Bundle bundle : context.getBundles()) {
      if (which.test(bundle)) {
        start(bundle);
      }
    }
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
    try {
      bundle.start();
    } catch (BundleException | IllegalStateException e) {
      return; // it stays as it is
    }
    for (BundleRequirement needed : revision.getDeclaredRequirements(SERVICE)) {
      startAll(other -> !isPlugin(other, name -> true) && provides(other, needed));
    }
  }

  private static boolean isFragment(BundleRevision revision) {
    return (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
  }

  private static boolean isPlugin(Bundle bundle, Predicate<Object> name) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision != null
        && revision.getDeclaredCapabilities(Plugin.CAPABILITY).stream()
            .anyMatch(capability -> name.test(capability.getAttributes().get("name")));
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
