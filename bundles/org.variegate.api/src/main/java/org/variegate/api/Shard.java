package org.variegate.api;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A shard while it is written. */
@ConsumerType
public interface Shard {

  /**
   * Appends a sample.
   *
   * @param index the sample's, larger than that of the sample before; failed samples are left out
   * @param members what {@link Sink#encode} wrote, in that order
   * @throws IOException if a file refuses
   */
  void append(long index, List<Member> members) throws IOException;

  /**
   * Writes what stands at a shard's end and closes its files.
   *
   * @throws IOException if a file refuses
   */
  void finish() throws IOException;
}
