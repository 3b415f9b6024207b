/** Pictures with annotations of COCO. */
package org.variegate.sink.coco;
