package org.variegate.engine.internal.run;

import org.variegate.api.Sink;
import org.variegate.engine.internal.dataset.EncodedSample;

/**
 * A sample that was made.
 *
 * @param job what was asked for
 * @param sample what came of it
 * @param sink the instance that encoded it
 */
record Delivery(Job job, EncodedSample sample, Sink sink) {}
