/** Makes samples with the stages that are there: plans, snapshots of instances, buffers. */
package org.variegate.engine.internal.pipeline;
