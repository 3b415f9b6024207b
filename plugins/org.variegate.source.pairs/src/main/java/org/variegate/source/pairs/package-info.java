/** Pairs of views, for registration. */
package org.variegate.source.pairs;
