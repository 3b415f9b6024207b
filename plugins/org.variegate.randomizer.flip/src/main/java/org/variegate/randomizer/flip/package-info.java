/** Mirrors left and right, and swaps the labels' sides. */
package org.variegate.randomizer.flip;
