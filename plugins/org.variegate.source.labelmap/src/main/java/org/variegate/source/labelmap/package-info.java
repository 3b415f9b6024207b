/** Label maps from NIfTI and MGZ files. */
package org.variegate.source.labelmap;
