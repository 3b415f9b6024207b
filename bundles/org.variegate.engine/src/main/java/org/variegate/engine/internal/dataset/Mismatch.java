package org.variegate.engine.internal.dataset;

/** What is on the disk is not what was written. The message is one line. */
public final class Mismatch extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * A difference.
   *
   * @param message one line
   */
  public Mismatch(String message) {
    super(message);
  }
}
