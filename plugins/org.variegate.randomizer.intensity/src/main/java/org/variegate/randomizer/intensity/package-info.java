/** A random contrast: a normal distribution of intensity for each tissue. */
package org.variegate.randomizer.intensity;
