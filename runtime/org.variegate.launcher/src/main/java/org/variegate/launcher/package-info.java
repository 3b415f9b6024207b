/** Starts the framework and its bundles; tells the command line how the process was started. */
@Export
@Version("1.0.0")
package org.variegate.launcher;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
