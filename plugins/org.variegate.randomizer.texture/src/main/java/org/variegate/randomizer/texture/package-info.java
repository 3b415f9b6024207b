/** Procedural materials, and images, on what stands in a scene. */
package org.variegate.randomizer.texture;
