/** Cats and dogs from a genome. */
package org.variegate.species.quadruped;
