/** What a task model makes: networks that learn, are measured and predict. */
@Export
@Version("1.0.0")
package org.variegate.api.task;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
