package org.variegate.dl4j;

import org.bytedeco.javacpp.Pointer;

/**
 * What steps leave behind outside Java's heap: some 150 references a step of a U-Net, to half a
 * megabyte that nobody looks at any more. They are kept in a list that outlives young collections,
 * so only a whole one finds them, and Java's heap, which holds next to nothing, gives it no reason
 * for one: without this a process grows with each step. JavaCPP's list is one for the process, and
 * so is this.
 */
public final class Leftovers {
  /** References, of some 130 steps. */
  private static final long MOST = 20_000;

  private static long kept;

  private Leftovers() {}

  /** To be called after each step or look of a network; frees what has gathered, now and then. */
  public static void clear() {
    clear(MOST);
  }

  /**
   * Asks for a collection if there are many more references than after the last one.
   *
   * @param most references that may gather
   */
  static synchronized void clear(long most) {
    long count = Pointer.totalCount();
    if (count < kept) {
      kept = count; // JavaCPP's own thread frees them some time after a collection
    }
    if (count - kept > most) {
      System.gc();
      kept = Pointer.totalCount();
    }
  }
}
