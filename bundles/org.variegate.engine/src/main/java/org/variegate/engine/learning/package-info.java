/** What a command asks of learning. The service is there once its bundle is. */
@Export
@Version("1.0.0")
package org.variegate.engine.learning;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
