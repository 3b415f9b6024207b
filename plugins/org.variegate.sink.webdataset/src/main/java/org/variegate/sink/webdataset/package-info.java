/** Samples in tar files. */
package org.variegate.sink.webdataset;
