package org.variegate.formats.internal;

import java.util.Arrays;

/** The codes of one block of Deflate, and their description (RFC 1951, 3.2.7). */
final class BlockCodes {
  private static final int END = 256;
  private static final int[] DESCRIPTION_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  /** For each length - 3: its symbol, how many more bits it takes, and the least of its symbol. */
  private static final int[] LENGTH_SYMBOL = new int[256];

  private static final int[] LENGTH_EXTRA = new int[256];
  private static final int[] LENGTH_LEAST = new int[256];

  static {
    for (int length = 0; length < 255; length++) {
      int extra = Math.max(0, 29 - Integer.numberOfLeadingZeros(length | 1));
      LENGTH_EXTRA[length] = extra;
      LENGTH_SYMBOL[length] = END + 1 + 4 * extra + (length >> extra);
      LENGTH_LEAST[length] = length >> extra << extra;
    }
    LENGTH_SYMBOL[255] = 285;
    LENGTH_LEAST[255] = 255;
  }

  private final PrefixCode literals = new PrefixCode(286, 15);
  private final PrefixCode distances = new PrefixCode(30, 15);
  private final PrefixCode description = new PrefixCode(19, 7);
  private final int[] described = new int[286 + 30];
  private int describedCount;
  private int literalCount;
  private int distanceCount;
  private int descriptionCount;

  /**
   * Makes codes for these tokens.
   *
   * @return the block's size in bits, less its first three
   */
  long prepare(int[] tokens, int count) {
    long size = 14 + count(tokens, count);
    literals.build();
    distances.build();
    literalCount = used(literals.lengths(), 257);
    distanceCount = used(distances.lengths(), 1);
    describe();
    size += 3L * descriptionCount + cost(literals) + cost(distances) + cost(description);
    int[] repeats = description.frequencies();
    return size + 2L * repeats[16] + 3L * repeats[17] + 7L * repeats[18];
  }

  /** Counts symbols, and says how many bits follow them beside their codes. */
  private long count(int[] tokens, int count) {
    int[] literal = literals.frequencies();
    int[] distance = distances.frequencies();
    Arrays.fill(literal, 0);
    Arrays.fill(distance, 0);
    literal[END] = 1;
    long extra = 0;
    for (int i = 0; i < count; i++) {
      int token = tokens[i];
      if (token < Matches.MATCH) {
        literal[token]++;
      } else {
        int length = token >>> 16 & 0xff;
        int symbol = distanceSymbol(token & 0xffff);
        literal[LENGTH_SYMBOL[length]]++;
        distance[symbol]++;
        extra += LENGTH_EXTRA[length] + distanceExtra(symbol);
      }
    }
    return extra;
  }

  private static long cost(PrefixCode code) {
    long bits = 0;
    for (int symbol = 0; symbol < code.lengths().length; symbol++) {
      bits += (long) code.frequencies()[symbol] * code.lengths()[symbol];
    }
    return bits;
  }

  private static int used(byte[] lengths, int least) {
    int used = lengths.length;
    while (used > least && lengths[used - 1] == 0) {
      used--;
    }
    return used;
  }

  /** Run-length codes the lengths of both codes: {@code symbol | repeat << 8}. */
  private void describe() {
    byte[] all = Arrays.copyOf(literals.lengths(), literalCount + distanceCount);
    System.arraycopy(distances.lengths(), 0, all, literalCount, distanceCount);
    Arrays.fill(description.frequencies(), 0);
    describedCount = 0;
    for (int i = 0; i < all.length; ) {
      int run = 1;
      while (i + run < all.length && all[i + run] == all[i]) {
        run++;
      }
      i += run;
      describe(all[i - 1], run);
    }
    description.build();
    descriptionCount = DESCRIPTION_ORDER.length;
    while (descriptionCount > 4
        && description.lengths()[DESCRIPTION_ORDER[descriptionCount - 1]] == 0) {
      descriptionCount--;
    }
  }

  private void describe(int length, int run) {
    int left = run;
    if (length == 0) {
      for (; left > 10; left -= Math.min(left, 138)) {
        add(18, Math.min(left, 138) - 11);
      }
      if (left > 2) {
        add(17, left - 3);
        left = 0;
      }
    } else {
      add(length, 0);
      for (left--; left > 2; left -= Math.min(left, 6)) {
        add(16, Math.min(left, 6) - 3);
      }
    }
    for (; left > 0; left--) {
      add(length, 0);
    }
  }

  private void add(int symbol, int repeat) {
    described[describedCount++] = symbol | repeat << 8;
    description.frequencies()[symbol]++;
  }

  /** Writes the description, the tokens and the block's end. */
  void writeTo(BitOutput bits, int[] tokens, int count) {
    bits.put(literalCount - 257, 5);
    bits.put(distanceCount - 1, 5);
    bits.put(descriptionCount - 4, 4);
    for (int i = 0; i < descriptionCount; i++) {
      bits.put(description.lengths()[DESCRIPTION_ORDER[i]], 3);
    }
    for (int i = 0; i < describedCount; i++) {
      int symbol = described[i] & 0xff;
      bits.put(description.codes()[symbol], description.lengths()[symbol]);
      bits.put(described[i] >>> 8, symbol < 16 ? 0 : symbol == 16 ? 2 : symbol == 17 ? 3 : 7);
    }
    writeTokens(bits, tokens, count);
    bits.put(literals.codes()[END], literals.lengths()[END]);
  }

  private void writeTokens(BitOutput bits, int[] tokens, int count) {
    int[] codes = literals.codes();
    byte[] lengths = literals.lengths();
    for (int i = 0; i < count; i++) {
      int token = tokens[i];
      if (token < Matches.MATCH) {
        bits.put(codes[token], lengths[token]);
      } else {
        writeMatch(bits, token >>> 16 & 0xff, token & 0xffff);
      }
    }
  }

  private void writeMatch(BitOutput bits, int length, int distance) {
    int symbol = LENGTH_SYMBOL[length];
    bits.put(literals.codes()[symbol], literals.lengths()[symbol]);
    bits.put(length - LENGTH_LEAST[length], LENGTH_EXTRA[length]);
    int far = distanceSymbol(distance);
    bits.put(distances.codes()[far], distances.lengths()[far]);
    int extra = distanceExtra(far);
    bits.put(distance - 1 & (1 << extra) - 1, extra);
  }

  private static int distanceSymbol(int distance) {
    int least = distance - 1;
    if (least < 4) {
      return least;
    }
    int top = 31 - Integer.numberOfLeadingZeros(least);
    return 2 * top + (least >> top - 1 & 1);
  }

  private static int distanceExtra(int symbol) {
    return Math.max(0, (symbol >> 1) - 1);
  }
}
