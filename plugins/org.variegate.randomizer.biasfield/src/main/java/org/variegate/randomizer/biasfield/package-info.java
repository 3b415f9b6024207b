/** A smooth multiplicative bias field. */
package org.variegate.randomizer.biasfield;
