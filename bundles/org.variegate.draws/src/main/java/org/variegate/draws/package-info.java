/**
 * Named, counter-based draws. A draw is a pure function of the dataset's seed, the sample's index,
 * the stage's place in the pipeline, the draw's name and a counter: it depends on no other draw and
 * on no order of execution.
 */
@Export
@Version("1.0.0")
package org.variegate.draws;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
