/** Named points of objects in the picture. */
package org.variegate.annotator.keypoints;
