/** A procedural head of some twenty tissues, no two alike. */
package org.variegate.source.phantom;
