/** Boxes of objects in the picture and in space. */
package org.variegate.annotator.boxes;
