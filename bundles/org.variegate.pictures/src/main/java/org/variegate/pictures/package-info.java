/** What a sample shows and what is true of it, in the bytes of picture files and JSON. */
@Export
@Version("1.0.0")
package org.variegate.pictures;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
