/** Images and label maps as NIfTI files. */
package org.variegate.sink.nifti;
