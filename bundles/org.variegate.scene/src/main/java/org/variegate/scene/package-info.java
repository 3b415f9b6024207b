/**
 * Scenes: meshes with materials and skeletons, posed instances of them, a camera, lights and a sky.
 * Lengths in metres, angles in radians, +Y up; a model stands on the plane y = 0 and looks along
 * +Z, its left is +X. Colours are linear light, Rec. 709 primaries, 1 is white.
 */
@Export
@Version("1.0.0")
package org.variegate.scene;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
