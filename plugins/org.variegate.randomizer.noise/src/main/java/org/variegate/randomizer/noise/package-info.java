/** Gaussian, Rician and non-central chi noise. */
package org.variegate.randomizer.noise;
