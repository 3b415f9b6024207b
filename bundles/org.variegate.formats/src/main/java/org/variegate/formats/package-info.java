/** NIfTI and MGZ, gzip with the same bytes everywhere, legends. */
package org.variegate.formats;
