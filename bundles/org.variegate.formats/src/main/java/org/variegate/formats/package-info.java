/**
 * Files of volumes and legends: NIfTI-1, NIfTI-2 and FreeSurfer MGH read, NIfTI-1 written, gzip
 * whose bytes depend on nothing but its input, and tables of labels. Files of pictures: PNG and
 * JPEG read and written, the written bytes the same everywhere.
 *
 * <p>Whatever is wrong with a file is said in one line that begins with the file.
 */
@Export
@Version("1.0.0")
package org.variegate.formats;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
