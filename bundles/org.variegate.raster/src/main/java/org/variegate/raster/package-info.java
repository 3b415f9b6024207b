/** n-D kernels: resampling, velocity fields, filters, smooth noise. */
package org.variegate.raster;
