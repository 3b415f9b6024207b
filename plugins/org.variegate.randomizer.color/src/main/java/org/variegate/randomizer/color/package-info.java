/** Hue, saturation and brightness of materials. */
package org.variegate.randomizer.color;
