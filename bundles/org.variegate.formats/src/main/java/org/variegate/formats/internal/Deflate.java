package org.variegate.formats.internal;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Deflate (RFC 1951) in integer arithmetic alone. The input is cut into blocks of 32 KB, each with
 * codes of its own; a block that would grow is stored as it is.
 */
public final class Deflate {
  private static final int BLOCK = 1 << 15;

  private final OutputStream out;
  private final Matches matches;
  private final byte[] window = new byte[Matches.WINDOW + BLOCK + Matches.SLACK];
  private final int[] tokens = new int[BLOCK];
  private final BlockCodes codes = new BlockCodes();
  private final BitOutput bits = new BitOutput(BLOCK + 1024);
  private int end = Matches.WINDOW;

  /**
   * Begins a stream.
   *
   * @param out receives the compressed bytes
   * @param level 1 (fast) to 9 (small)
   * @throws IllegalArgumentException if there is no such level
   */
  public Deflate(OutputStream out, int level) {
    this.out = out;
    matches = new Matches(level);
  }

  /**
   * Takes bytes.
   *
   * @param bytes where they stand
   * @param from the first
   * @param count how many
   * @throws IOException if the output refuses
   */
  public void write(byte[] bytes, int from, int count) throws IOException {
    int next = from;
    int left = count;
    while (left > 0) {
      if (end == Matches.WINDOW + BLOCK) {
        block(false);
        slide();
      }
      int part = Math.min(left, Matches.WINDOW + BLOCK - end);
      System.arraycopy(bytes, next, window, end, part);
      end += part;
      next += part;
      left -= part;
    }
  }

  /**
   * Writes what is left and the stream's end.
   *
   * @throws IOException if the output refuses
   */
  public void finish() throws IOException {
    block(true);
    bits.align();
    bits.drainTo(out);
  }

  private void slide() {
    System.arraycopy(window, BLOCK, window, 0, Matches.WINDOW);
    matches.slide(BLOCK);
    end = Matches.WINDOW;
  }

  private void block(boolean last) throws IOException {
    int count = matches.find(window, Matches.WINDOW, end, tokens);
    long size = codes.prepare(tokens, count);
    int length = end - Matches.WINDOW;
    if (size < 8L * (length + 4) && length > 0) {
      bits.put(last ? 1 : 0, 1);
      bits.put(2, 2);
      codes.writeTo(bits, tokens, count);
      bits.drainTo(out);
    } else {
      stored(length, last);
    }
  }

  private void stored(int length, boolean last) throws IOException {
    bits.put(last ? 1 : 0, 3);
    bits.align();
    bits.put(length, 16);
    bits.put(~length & 0xffff, 16);
    bits.drainTo(out);
    out.write(window, Matches.WINDOW, length);
  }
}
