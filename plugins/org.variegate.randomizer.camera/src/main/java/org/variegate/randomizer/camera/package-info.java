/** The camera's place, direction and lens. */
package org.variegate.randomizer.camera;
