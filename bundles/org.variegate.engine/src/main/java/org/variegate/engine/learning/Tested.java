package org.variegate.engine.learning;

import java.util.List;
import java.util.Map;
import org.variegate.api.task.Measure;

/**
 * What a test found.
 *
 * @param name of the test
 * @param samples it looked at
 * @param failed samples that could not be made
 * @param measures what was found
 * @param details what no number says, such as a confusion matrix
 */
public record Tested(
    String name, long samples, long failed, List<Measure> measures, Map<String, Object> details) {}
