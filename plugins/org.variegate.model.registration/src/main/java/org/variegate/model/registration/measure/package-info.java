/**
 * How badly two views lie on each other, or how rough a field is, each with its exact derivative.
 */
package org.variegate.model.registration.measure;
