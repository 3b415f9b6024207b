package org.variegate.api;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** A named piece of an encoded sample. */
@ProviderType
public interface Member {

  /**
   * The name.
   *
   * @return as given to {@link Members#create}
   */
  String name();

  /**
   * The length.
   *
   * @return in bytes
   */
  long length();

  /**
   * Copies the bytes.
   *
   * @param out receives them; not closed
   * @throws IOException if {@code out} refuses
   */
  void writeTo(OutputStream out) throws IOException;
}
