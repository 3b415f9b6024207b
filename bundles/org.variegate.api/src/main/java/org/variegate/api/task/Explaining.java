package org.variegate.api.task;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.variegate.api.Sample;

/** A network that can show what in a picture it decided by. */
@ConsumerType
public interface Explaining extends Network {

  /**
   * Shows what speaks for the class that it finds likeliest, in the square in the picture's middle
   * that it looks at.
   *
   * @param sample after the last stage; truth need not be in it
   * @return one map for each method
   */
  List<HeatMap> explain(Sample sample);
}
