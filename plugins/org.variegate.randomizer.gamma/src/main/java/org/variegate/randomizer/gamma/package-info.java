/** A random gamma curve. */
package org.variegate.randomizer.gamma;
