/** U-Nets of two and three dimensions: how they are built, trained, saved, and look at volumes. */
@Export
@Version("1.0.0")
package org.variegate.unet;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
