/**
 * A rasterizer in plain Java: visibility at several samples a pixel, then shading of what is seen.
 */
@Export
@Version("1.0.0")
package org.variegate.render;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
