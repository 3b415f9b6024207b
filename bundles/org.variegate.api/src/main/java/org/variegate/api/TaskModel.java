package org.variegate.api;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ConsumerType;
import org.variegate.api.task.Network;
import org.variegate.api.task.Setting;

/**
 * Learns from a stream of samples: the end of a pipeline, in place of a sink. A stage like any
 * other, so it holds no weights itself; it makes {@linkplain Network networks}, which do.
 *
 * <p>A bundle that is replaced during a training gives its network's state to its successor, by
 * {@link Network#save} and {@link #load}: between two steps, and without a change to the curve.
 */
@ConsumerType
public interface TaskModel extends Stage {

  /**
   * A network that knows nothing yet.
   *
   * @param setting what it is for
   * @return the network, to be closed
   * @throws IOException if a file it begins from cannot be read; the message names it
   * @throws IllegalArgumentException if the setting does not fit, in one line
   */
  Network create(Setting setting) throws IOException;

  /**
   * A network as it was {@linkplain Network#save saved}.
   *
   * @param setting what it is for
   * @param state what was saved
   * @return the network, to be closed; it goes on as if it had never been saved
   * @throws IOException if the state cannot be read, or is of another network; the message says
   *     what is needed and what was found
   * @throws IllegalArgumentException if the setting does not fit, in one line
   */
  Network load(Setting setting, InputStream state) throws IOException;
}
