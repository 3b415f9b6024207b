/** Pictures of scenes. */
package org.variegate.synthesizer.rgb;
