/** Images and label maps, in two dimensions and three alike. */
@Export
@Version("1.0.0")
package org.variegate.api.volume;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
