package org.variegate.formats.internal;

import java.util.Arrays;

/**
 * A prefix code of limited length for symbols of known frequency: Huffman's (1952) by Moffat and
 * Katajainen's in-place method (1995), and where it is too deep, leaves moved up until Kraft's sum
 * is 1 again.
 */
final class PrefixCode {
  private final int[] frequencies;
  private final byte[] lengths;
  private final int[] codes;
  private final int deepest;

  /** For so many symbols, with codes of at most so many bits. */
  PrefixCode(int symbols, int deepest) {
    frequencies = new int[symbols];
    lengths = new byte[symbols];
    codes = new int[symbols];
    this.deepest = deepest;
  }

  /** How often each symbol occurs; to be filled before {@link #build}. */
  int[] frequencies() {
    return frequencies;
  }

  /** The lengths of the codes in bits, 0 for symbols that do not occur. */
  byte[] lengths() {
    return lengths;
  }

  /** The codes, as they are put: their first bit lowest. */
  int[] codes() {
    return codes;
  }

  /** Makes the code; at least two symbols get one, so that it is complete. */
  void build() {
    long[] order = occurring();
    int[] depths = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      depths[i] = (int) (order[i] >>> 16);
    }
    minimumRedundancy(depths);
    int[] atDepth = new int[deepest + 1];
    for (int depth : depths) {
      atDepth[Math.min(depth, deepest)]++;
    }
    limit(atDepth);
    assign(order, atDepth);
  }

  /** Frequency and symbol of those that occur, rarest first. */
  private long[] occurring() {
    int count = 0;
    for (int symbol = 0; symbol < frequencies.length; symbol++) {
      count += frequencies[symbol] > 0 ? 1 : 0;
    }
    for (int symbol = 0; count < 2; symbol++) {
      if (frequencies[symbol] == 0) {
        frequencies[symbol] = 1;
        count++;
      }
    }
    long[] order = new long[count];
    for (int symbol = frequencies.length - 1; symbol >= 0; symbol--) {
      if (frequencies[symbol] > 0) {
        order[--count] = (long) frequencies[symbol] << 16 | symbol;
      }
    }
    Arrays.sort(order);
    return order;
  }

  /** Turns ascending weights into the depths of their leaves, descending. */
  private static void minimumRedundancy(int[] a) {
    int n = a.length;
    int leaf = 0;
    int root = 0;
    for (int next = 0; next < n - 1; next++) {
      int sum = 0;
      for (int child = 0; child < 2; child++) {
        if (leaf >= n || root < next && a[root] < a[leaf]) {
          sum += a[root];
          a[root++] = next;
        } else {
          sum += a[leaf++];
        }
      }
      a[next] = sum;
    }
    a[n - 2] = 0;
    for (int next = n - 3; next >= 0; next--) {
      a[next] = a[a[next]] + 1;
    }
    leafDepths(a);
  }

  private static void leafDepths(int[] a) {
    int available = 1;
    int used = 0;
    int depth = 0;
    int root = a.length - 2;
    int next = a.length - 1;
    while (available > 0) {
      while (root >= 0 && a[root] == depth) {
        used++;
        root--;
      }
      while (available > used) {
        a[next--] = depth;
        available--;
      }
      available = 2 * used;
      depth++;
      used = 0;
    }
  }

  private void limit(int[] atDepth) {
    int kraft = 0;
    for (int depth = 1; depth <= deepest; depth++) {
      kraft += atDepth[depth] << deepest - depth;
    }
    for (; kraft > 1 << deepest; kraft--) {
      int depth = deepest - 1;
      while (atDepth[depth] == 0) {
        depth--;
      }
      atDepth[depth]--;
      atDepth[depth + 1] += 2;
      atDepth[deepest]--;
    }
  }

  /** Canonical codes (RFC 1951, 3.2.2). */
  private void assign(long[] order, int[] atDepth) {
    Arrays.fill(lengths, (byte) 0);
    int next = order.length;
    int[] first = new int[deepest + 1];
    int code = 0;
    for (int depth = 1; depth <= deepest; depth++) {
      code <<= 1;
      first[depth] = code;
      code += atDepth[depth];
      for (int i = 0; i < atDepth[depth]; i++) {
        lengths[(int) order[--next] & 0xffff] = (byte) depth;
      }
    }
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      codes[symbol] = length == 0 ? 0 : Integer.reverse(first[length]++) >>> 32 - length;
    }
  }
}
