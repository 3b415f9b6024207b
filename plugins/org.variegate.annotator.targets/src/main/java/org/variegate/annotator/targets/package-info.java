/** Labels as a network learns them, and distances to their surface. */
package org.variegate.annotator.targets;
