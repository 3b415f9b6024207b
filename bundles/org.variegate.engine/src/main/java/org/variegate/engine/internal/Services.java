package org.variegate.engine.internal;

import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * What the framework offers to a wiring.
 *
 * @param context of this bundle
 * @param configurations makes components
 * @param runtime knows why there is none
 */
record Services(
    BundleContext context, ConfigurationAdmin configurations, ServiceComponentRuntime runtime) {}
