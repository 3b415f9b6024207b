/**
 * Layers that Deeplearning4j has not, or has slowly, in two dimensions and in three. Channels come
 * before space: [examples, channels, height, width] and [examples, channels, depth, height, width].
 */
@Export
@Version("1.0.0")
package org.variegate.dl4j.layers;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
