/** Lights of random number, kind, direction, intensity and colour temperature. */
package org.variegate.randomizer.lighting;
