package org.variegate.dl4j;

import java.io.IOException;

/**
 * Why ND4J cannot be started, in one line for the user: something on the disk or of the machine is
 * not as it must be.
 */
public final class BackendException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * A reason.
   *
   * @param message one line that says what to do
   */
  public BackendException(String message) {
    super(message);
  }

  /**
   * A reason with its cause.
   *
   * @param message one line that says what to do
   * @param cause what was thrown
   */
  public BackendException(String message, Throwable cause) {
    super(message, cause);
  }
}
