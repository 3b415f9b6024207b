/** The camera's intrinsics and extrinsics. */
package org.variegate.annotator.calibration;
