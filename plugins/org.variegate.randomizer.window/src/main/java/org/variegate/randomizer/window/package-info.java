/** A random part of the image at a fixed size. */
package org.variegate.randomizer.window;
