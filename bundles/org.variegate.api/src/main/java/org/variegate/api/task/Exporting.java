package org.variegate.api.task;

import java.io.IOException;
import java.io.OutputStream;
import java.util.SortedSet;
import org.osgi.annotation.versioning.ConsumerType;

/** A network that can be written for other programs. */
@ConsumerType
public interface Exporting extends Network {

  /**
   * In which formats it can be written.
   *
   * @return endings of their files, without a dot, such as {@code onnx}
   */
  SortedSet<String> formats();

  /**
   * Writes it as it is when it does not learn. Equal networks make equal bytes.
   *
   * @param format one of {@link #formats}
   * @param out takes it; is not closed
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if this network cannot be said in the format; the message says
   *     what of it
   */
  void export(String format, OutputStream out) throws IOException;
}
