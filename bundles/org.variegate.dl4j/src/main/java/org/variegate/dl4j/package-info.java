/**
 * Deeplearning4j and ND4J, started as they have to be to be fast. Whoever uses them calls {@link
 * org.variegate.dl4j.Backend#start} first.
 */
@Export
@Version("1.0.0")
package org.variegate.dl4j;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
