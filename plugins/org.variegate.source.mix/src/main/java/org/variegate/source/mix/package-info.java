/** Samples from several pipelines, by ratio. */
package org.variegate.source.mix;
