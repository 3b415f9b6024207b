/**
 * The rules that every plugin is tested by.
 *
 * <p>A plugin's test implements the contract of its kind and says how to make the stage; the
 * contract's tests are inherited:
 *
 * <pre>
 *   class GainTest implements RandomizerContract {
 *
 *     &#64;Override
 *     public Randomizer stage() {
 *       return new Gain(Options.of(Gain.Config.class));
 *     }
 *
 *     &#64;Override
 *     public Map&lt;String, Supplier&lt;? extends Randomizer&gt;&gt; refused() {
 *       return Map.of("factor=-1", () -&gt; new Gain(Options.of(Gain.Config.class, "factor", "-1")));
 *     }
 *   }
 * </pre>
 */
@Export
@Version("1.0.0")
package org.variegate.tck;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
