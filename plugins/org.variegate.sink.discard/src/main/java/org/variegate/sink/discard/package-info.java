/** Measures and hashes samples, and keeps nothing. */
package org.variegate.sink.discard;
