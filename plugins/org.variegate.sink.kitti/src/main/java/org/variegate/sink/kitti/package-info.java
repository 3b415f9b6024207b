/** Pictures with labels and calibration of KITTI. */
package org.variegate.sink.kitti;
