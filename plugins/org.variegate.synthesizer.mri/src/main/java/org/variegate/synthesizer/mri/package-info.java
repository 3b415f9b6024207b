/** MR-like images of random contrast. */
package org.variegate.synthesizer.mri;
