/** Skies: HDRI panoramas, analytic sun and sky, gradients, pictures, plain colours. */
package org.variegate.randomizer.sky;
