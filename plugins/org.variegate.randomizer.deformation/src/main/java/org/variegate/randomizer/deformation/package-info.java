/** Affine maps and smooth diffeomorphisms. */
package org.variegate.randomizer.deformation;
