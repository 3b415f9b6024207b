package org.variegate.cli;

import java.util.Collection;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * The components of bundles that have just been started, which appear a moment after. Declarative
 * Services are asked again and again, for they tell of changes only some seconds later.
 */
final class Components {
  private static final String HEADER = "Service-Component";
  private static final String ON_REQUEST = "require";
  private static final long PATIENCE_MILLIS = 5_000;
  private static final long PAUSE_MILLIS = 5;

  private final BundleContext context;

  Components(BundleContext context) {
    this.context = context;
  }

  /**
   * Waits until the components of all bundles are there, whatever their state is.
   *
   * @param bundles that have been started
   * @return false if they are not within some seconds
   */
  boolean await(List<Bundle> bundles) {
    ServiceReference<ServiceComponentRuntime> reference =
        context.getServiceReference(ServiceComponentRuntime.class);
    if (reference == null) {
      return false;
    }
    ServiceComponentRuntime runtime = context.getService(reference);
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (!bundles.stream().allMatch(bundle -> seen(bundle, runtime))) {
      if (System.nanoTime() > end || !paused()) {
        return false;
      }
    }
    return true;
  }

  private static boolean seen(Bundle bundle, ServiceComponentRuntime runtime) {
    if (bundle.getHeaders("").get(HEADER) == null) {
      return true;
    }
    Collection<ComponentDescriptionDTO> all = runtime.getComponentDescriptionDTOs(bundle);
    return !all.isEmpty()
        && all.stream()
            .filter(c -> c.defaultEnabled && !ON_REQUEST.equals(c.configurationPolicy))
            .noneMatch(c -> runtime.getComponentConfigurationDTOs(c).isEmpty());
  }

  private static boolean paused() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
