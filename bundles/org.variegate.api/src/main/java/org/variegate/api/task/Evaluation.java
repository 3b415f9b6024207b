package org.variegate.api.task;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Compares what a network says of examples with what is true of them. Used by one thread. */
@ConsumerType
public interface Evaluation {

  /**
   * Looks at more examples.
   *
   * @param batch made by the network
   */
  void add(List<Example> batch);

  /**
   * How well it did.
   *
   * @return the measure by which one network is preferred to another first (higher is better), then
   *     the others; none if there were no examples
   */
  List<Measure> measures();

  /**
   * What no number says, such as a confusion matrix.
   *
   * @return values as of annotations
   */
  Map<String, Object> details();
}
