/** Things in the background that mean nothing. */
package org.variegate.randomizer.distractor;
