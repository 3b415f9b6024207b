/** Where data comes from and what it is: bundles, versions, hashes. */
package org.variegate.engine.internal.provenance;
