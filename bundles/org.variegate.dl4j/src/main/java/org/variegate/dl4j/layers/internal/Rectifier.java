package org.variegate.dl4j.layers.internal;

/**
 * A channel's way from input to output: {@code z = scale x + shift}, {@code y = max(z, slope z)}.
 *
 * @param scale gamma over the deviation
 * @param shift beta less the scaled mean
 * @param slope below 0, 0 to 1
 */
record Rectifier(double scale, double shift, double slope) {}
