/** Scenes with individuals of the species at hand. */
package org.variegate.source.breeds;
