/** The training loop: examples in order, steps, checkpoints, measures. */
package org.variegate.learning.internal;
