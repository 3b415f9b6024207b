/** Fits a velocity to a pair: no learning, but for what a network says of each image. */
package org.variegate.model.registration.fit;
