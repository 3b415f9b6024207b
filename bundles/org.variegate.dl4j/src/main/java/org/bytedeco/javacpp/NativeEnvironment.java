package org.bytedeco.javacpp;

import java.util.ArrayList;
import java.util.List;

/**
 * The environment as native libraries see it, which Java can only read. OpenMP and what is built on
 * it read how many threads they may use once, when they are loaded. {@code putenv} takes one
 * pointer, as deallocators do, and JavaCPP calls any of those by its address; hence this package.
 */
public final class NativeEnvironment {
  /** The environment keeps these texts themselves. */
  private static final List<Pointer> KEPT = new ArrayList<>();

  private NativeEnvironment() {}

  /**
   * Sets a variable for all libraries that are loaded later. {@link System#getenv} goes on to say
   * what it said.
   *
   * @param name of the variable
   * @param value its value
   * @return false if this platform has no such function; then nothing has changed
   */
  public static synchronized boolean put(String name, String value) {
    Pointer function = Loader.addressof("putenv");
    if (function == null) {
      return false;
    }
    BytePointer text = new BytePointer(name + "=" + value);
    KEPT.add(text);
    new Pointer.NativeDeallocator(text, text.address(), function.address()).deallocate();
    return true;
  }
}
