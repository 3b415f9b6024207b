package org.variegate.engine.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.variegate.api.Stage;
import org.variegate.engine.internal.pipeline.Instances;
import org.variegate.engine.internal.pipeline.Layout;
import org.variegate.engine.internal.pipeline.Slot;
import org.variegate.engine.internal.pipeline.Snapshot;
import org.variegate.engine.internal.pipeline.StageInstance;
import org.variegate.engine.internal.provenance.BundleVersion;

/**
 * Follows the services of a wiring's stages, and replaces the snapshot when one comes or goes. Of
 * several for one slot, the highest version counts, and of two the same that installed last.
 */
final class StageTracker implements ServiceTrackerCustomizer<Object, StageInstance> {
  private final BundleContext context;
  private final Layout layout;
  private final String run;
  private final BundleVersions versions;
  private final Instances instances;
  private final Map<ServiceReference<Object>, StageInstance> present = new HashMap<>();
  private final ServiceTracker<Object, StageInstance> tracker;
  private volatile RuntimeException failure;

  StageTracker(
      BundleContext context,
      Layout layout,
      String run,
      BundleVersions versions,
      Instances instances) {
    this.context = context;
    this.layout = layout;
    this.run = run;
    this.versions = versions;
    this.instances = instances;
    try {
      String filter = "(" + Wiring.STAGE + "=" + run + "/*)";
      this.tracker = new ServiceTracker<>(context, FrameworkUtil.createFilter(filter), this);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("ids of runs need no escapes", e);
    }
  }

  void open() {
    tracker.open();
  }

  void close() {
    tracker.close();
  }

  /** Throws what went wrong in an event: the framework would only log it. */
  void requireSound() {
    if (failure != null) {
      throw new IllegalStateException("a stage cannot be followed: " + failure, failure);
    }
  }

  @Override
  public StageInstance addingService(ServiceReference<Object> reference) {
    try {
      return add(reference);
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  private StageInstance add(ServiceReference<Object> reference) {
    Bundle bundle = reference.getBundle();
    Object service = bundle == null ? null : context.getService(reference);
    if (!(service instanceof Stage stage)) {
      return null;
    }
    StageInstance instance = new StageInstance(stage, versions.of(bundle));
    synchronized (present) {
      present.put(reference, instance);
      publish();
    }
    return instance;
  }

  @Override
  public void modifiedService(ServiceReference<Object> reference, StageInstance instance) {
    synchronized (present) {
      publish();
    }
  }

  @Override
  public void removedService(ServiceReference<Object> reference, StageInstance instance) {
    synchronized (present) {
      present.remove(reference);
      publish();
    }
    context.ungetService(reference);
  }

  private void publish() {
    StageInstance[] found = new StageInstance[layout.slots().size()];
    Set<Bundle> bundles = new LinkedHashSet<>();
    boolean complete = true;
    for (Slot slot : layout.slots()) {
      ServiceReference<Object> best = best(run + "/" + slot.path());
      Bundle bundle = best == null ? null : best.getBundle();
      if (bundle == null) {
        complete = false;
      } else {
        found[slot.number()] = present.get(best);
        bundles.add(bundle);
      }
    }
    Map<String, BundleVersion> libraries = complete ? versions.libraries(bundles) : Map.of();
    instances.replace(Snapshot.of(layout.slots(), found, libraries));
  }

  private ServiceReference<Object> best(String path) {
    return present.keySet().stream()
        .filter(reference -> path.equals(reference.getProperty(Wiring.STAGE)))
        .filter(reference -> reference.getBundle() != null)
        .max(
            Comparator.comparing(StageTracker::version)
                .thenComparing(StageTracker::installed)
                .thenComparing(Comparator.<ServiceReference<Object>>naturalOrder()))
        .orElse(null);
  }

  private static Version version(ServiceReference<Object> reference) {
    Bundle bundle = reference.getBundle();
    return bundle == null ? Version.emptyVersion : bundle.getVersion();
  }

  private static long installed(ServiceReference<Object> reference) {
    Bundle bundle = reference.getBundle();
    return bundle == null ? -1 : bundle.getBundleId();
  }
}
