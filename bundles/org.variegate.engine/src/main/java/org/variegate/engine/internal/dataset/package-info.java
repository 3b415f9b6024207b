/** Datasets on disk: shards, manifests, hashes, and what a run finds when it comes back. */
package org.variegate.engine.internal.dataset;
