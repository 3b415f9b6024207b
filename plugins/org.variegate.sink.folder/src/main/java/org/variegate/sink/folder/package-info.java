/** Pictures and masks as files, truths as lines of JSON. */
package org.variegate.sink.folder;
