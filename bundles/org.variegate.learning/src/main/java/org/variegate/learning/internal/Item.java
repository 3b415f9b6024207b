package org.variegate.learning.internal;

import java.util.Set;
import org.variegate.api.task.Example;

/**
 * What came of a sample.
 *
 * @param index of the sample
 * @param example for the network, or null
 * @param files hashes of what its source read
 * @param failure why there is none, in one line, or null
 */
record Item(long index, Example example, Set<String> files, String failure) {}
