/**
 * Kernels on regular grids, in two dimensions and three alike: resampling, velocity fields,
 * Gaussian filters, simulated low resolution, smooth random fields, power curves.
 *
 * <p>All arithmetic is of a fixed order and gives the same bits on every JDK. Rows (x) are the unit
 * of work: inner loops walk separate short arrays that stay in the nearest cache and that the
 * compiler turns into vector instructions.
 */
@Export
@Version("1.0.0")
package org.variegate.raster;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
