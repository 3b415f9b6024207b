/** Networks of Deeplearning4j to and from ONNX. */
@Export
@Version("1.0.0")
package org.variegate.dl4j.onnx;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
