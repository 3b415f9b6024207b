/** Photographs and scans that are there, in place of made ones. */
package org.variegate.source.images;
