/** From text to a checked recipe, and from installed bundles to what recipes may say. */
package org.variegate.engine.recipe.internal;
