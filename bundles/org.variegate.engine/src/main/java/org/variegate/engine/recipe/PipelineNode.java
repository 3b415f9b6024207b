package org.variegate.engine.recipe;

import java.util.List;

/**
 * A source and the stages after it.
 *
 * @param source a source's stage; a pipeline that stands where a source stands, and has no stages
 *     of its own, is written as its source alone
 * @param stages in order, without those left out
 */
public record PipelineNode(StageNode source, List<StageNode> stages) {}
