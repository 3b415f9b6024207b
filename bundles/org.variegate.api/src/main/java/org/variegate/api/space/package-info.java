/** Grids in world space, and the maps that carry a sample from one to another. */
@Export
@Version("1.0.0")
package org.variegate.api.space;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
