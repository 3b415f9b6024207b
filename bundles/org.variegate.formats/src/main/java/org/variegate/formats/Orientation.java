package org.variegate.formats;

/** Which axes a volume has in memory. */
public enum Orientation {
  /**
   * The first axis runs to the subject's right, the second to the front, the third up, as closely
   * as exchanging and reversing axes allows.
   */
  RAS,
  /** The axes of the file. */
  NATIVE
}
