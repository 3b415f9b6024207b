package org.variegate.dl4j;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the bytes of a network begin with: what they are, and all that must be the same when they
 * are read as it was when they were written.
 */
public final class Preamble {
  private record Line(String name, String value) {}

  private final List<Line> lines;

  /**
   * Of nothing but its format.
   *
   * @param format what the bytes are, with the version of how they are written
   */
  public Preamble(String format) {
    this(List.of(new Line("format", format)));
  }

  private Preamble(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * With one thing more.
   *
   * @param name of it, as the user knows it
   * @param value of it; what is compared is its text
   * @return another preamble
   */
  public Preamble with(String name, Object value) {
    List<Line> more = new ArrayList<>(lines);
    more.add(new Line(name, value.toString()));
    return new Preamble(more);
  }

  /**
   * Writes it.
   *
   * @param out takes it
   * @throws IOException if it cannot be written
   */
  public void write(DataOutputStream out) throws IOException {
    for (Line line : lines) {
      out.writeUTF(line.value);
    }
  }

  /**
   * Reads what was written, which must be this.
   *
   * @param in gives it
   * @throws IOException if it is another, or cannot be read
   */
  public void require(DataInputStream in) throws IOException {
    for (Line line : lines) {
      String found = in.readUTF();
      if (!line.value.equals(found)) {
        throw new IOException(line.name + ": needs " + line.value + ", got " + found);
      }
    }
  }
}
