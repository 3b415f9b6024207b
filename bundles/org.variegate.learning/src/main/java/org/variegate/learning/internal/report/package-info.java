/** One page that shows what a training learned: curves, tests and samples. */
package org.variegate.learning.internal.report;
