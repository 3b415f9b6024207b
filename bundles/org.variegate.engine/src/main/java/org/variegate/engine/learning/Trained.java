package org.variegate.engine.learning;

/**
 * What became of a training.
 *
 * @param steps done
 * @param complete whether it came to its end, or to where it got no better
 * @param best the step after which it was best
 * @param waited the part of the time in which the network waited for samples, in [0, 1]
 * @param sha256 of the model's file, 64 hexadecimal digits; null unless complete
 */
public record Trained(long steps, boolean complete, long best, double waited, String sha256) {}
