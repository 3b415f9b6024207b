/** Runs: workers, order, failures, and stages that go and come back. */
package org.variegate.engine.internal.run;
