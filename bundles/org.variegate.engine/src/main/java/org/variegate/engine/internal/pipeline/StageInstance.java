package org.variegate.engine.internal.pipeline;

import org.variegate.api.Stage;
import org.variegate.engine.internal.provenance.BundleVersion;

/**
 * A stage that is there now.
 *
 * @param stage the component
 * @param version the bundle it came from
 */
public record StageInstance(Stage stage, BundleVersion version) {}
