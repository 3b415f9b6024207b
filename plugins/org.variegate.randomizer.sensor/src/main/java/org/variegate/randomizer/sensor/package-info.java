/** What a camera does to light: lens, exposure, noise, quantization. */
package org.variegate.randomizer.sensor;
