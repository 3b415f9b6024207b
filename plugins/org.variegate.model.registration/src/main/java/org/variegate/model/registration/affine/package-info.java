/** Affine maps between two images, by mutual information or by the centres of structures. */
package org.variegate.model.registration.affine;
