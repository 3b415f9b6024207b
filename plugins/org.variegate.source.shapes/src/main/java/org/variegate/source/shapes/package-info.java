/** Label maps of random shapes, from smooth noise alone. */
package org.variegate.source.shapes;
