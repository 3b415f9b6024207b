/** Opens, checks, runs and verifies pipelines. The door for command lines, learning and tests. */
@Export
@Version("1.0.0")
package org.variegate.engine;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
