package org.variegate.dl4j;

/** Why ND4J cannot be started, in one line for the user. */
public final class BackendException extends Exception {
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
