/** Things that may hide part of the subject, but not too much of it. */
package org.variegate.randomizer.occluder;
