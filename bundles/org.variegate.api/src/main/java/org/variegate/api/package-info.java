/**
 * The contracts of stages, and the sample that passes through them.
 *
 * <p>A stage is a declarative-services factory component with {@code configurationPolicy =
 * REQUIRE}, annotated with {@link org.variegate.api.Plugin}, registered under exactly one of {@link
 * org.variegate.api.Source}, {@link org.variegate.api.Randomizer}, {@link
 * org.variegate.api.Synthesizer}, {@link org.variegate.api.Annotator}, {@link
 * org.variegate.api.Sink} and {@link org.variegate.api.TaskModel}.
 */
@Export
@Version("1.0.0")
package org.variegate.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
