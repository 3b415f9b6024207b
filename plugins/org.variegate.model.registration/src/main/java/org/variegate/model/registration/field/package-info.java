/**
 * Fields of vectors on grids: how they are interpolated, moved by, refined and made of velocities.
 */
package org.variegate.model.registration.field;
