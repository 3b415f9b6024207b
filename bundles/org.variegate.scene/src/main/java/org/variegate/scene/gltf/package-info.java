/** Reads glTF 2.0. */
@Export
@Version("1.0.0")
package org.variegate.scene.gltf;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
