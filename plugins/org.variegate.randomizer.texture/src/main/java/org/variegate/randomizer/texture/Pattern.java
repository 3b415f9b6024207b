package org.variegate.randomizer.texture;

import java.util.function.Function;

/**
 * A material that can be made in many variants.
 *
 * @param name lower-case letters and dashes
 * @param family it belongs to
 * @param size of one repeat, in m
 * @param surface makes a variant
 */
record Pattern(String name, String family, double size, Function<Kit, Surface> surface) {}
