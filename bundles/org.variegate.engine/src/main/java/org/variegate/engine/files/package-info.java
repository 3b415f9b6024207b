/** Files that are whole or absent, folders that one process works in, and JSON. */
@Export
@Version("1.0.0")
package org.variegate.engine.files;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
