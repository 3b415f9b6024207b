/**
 * Meshes of simple shapes, and what larger things are assembled from. Shapes are centred on the
 * origin with +Y as their axis unless they say otherwise; lengths in metres; front faces outside.
 */
@Export
@Version("1.0.0")
package org.variegate.scene.shape;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
