/** What a recipe says and which plugins there are: the validated model of a YAML file. */
@Export
@Version("1.0.0")
package org.variegate.engine.recipe;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
