/**
 * What is measured of predictions: classes, masks and displacements, each with what can be said of
 * its uncertainty, and whether two of them differ. Every number is a function of its arguments
 * alone, and has the same bits on every machine; what is drawn for a bootstrap is counter-based.
 */
@Export
@Version("1.0.0")
package org.variegate.metrics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
