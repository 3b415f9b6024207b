/** Breeds as regions of genome space, read from tables. */
@Export
@Version("1.0.0")
package org.variegate.scene.genome;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
