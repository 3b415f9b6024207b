package org.variegate.engine;

/** A run that cannot go on. The message is one line. */
public class RunException extends Exception {
  private static final long serialVersionUID = 1;

  /** Why a run ends early. */
  public enum Cause {
    /** The folder is in use, holds another dataset, cannot be written to, or the disk is full. */
    TARGET,
    /** More samples failed than the recipe allows. */
    FAILURES,
    /** A stage stayed away longer than the recipe allows. */
    ABSENT,
    /** What is there is not what the manifest says. */
    MISMATCH,
    /** A sample cannot be made. */
    SAMPLE,
    /** A network cannot learn, or is not what it should be. */
    LEARNING,
    /** Memory has run out, other than Java's heap. */
    MEMORY,
    /** What shall stand in for a draw names none of the sample's, or cannot be its value. */
    OVERRIDE
  }

  private final Cause why;

  /**
   * An end with a reason.
   *
   * @param why its kind
   * @param message one line
   */
  public RunException(Cause why, String message) {
    super(message);
    this.why = why;
  }

  /**
   * The kind of reason.
   *
   * @return why the run ends
   */
  public Cause why() {
    return why;
  }
}
