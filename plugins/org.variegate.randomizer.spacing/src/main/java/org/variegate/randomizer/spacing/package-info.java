/** The sample on a grid of another spacing. */
package org.variegate.randomizer.spacing;
