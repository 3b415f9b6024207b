package org.variegate.formats.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds repeated strings (Ziv and Lempel 1977) by the hash of their first four bytes.
 *
 * <p>Where nothing has matched for a while, as in noise, fewer and fewer places are tried: noise
 * costs little more than its entropy coding.
 */
final class Matches {
  /** How far back a match may lie. */
  static final int WINDOW = 1 << 15;

  /** Bytes behind the data that must be readable. */
  static final int SLACK = 8;

  /** Marks a token as a match: {@code MATCH | (length - 3) << 16 | distance}. */
  static final int MATCH = 1 << 30;

  private static final int LONGEST = 258;
  private static final int HASH_BITS = 15;
  private static final int MOST_SKIPPED = 16;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final int depth;
  private final int patience;
  private final int[] heads = new int[1 << HASH_BITS];
  private final char[] steps;

  /** Level 1 looks at one earlier place for each string, level 9 at up to 256. */
  Matches(int level) {
    if (level < 1 || level > 9) {
      throw new IllegalArgumentException("level: needs 1 to 9, got " + level);
    }
    depth = 1 << level - 1;
    patience = level + 4;
    steps = level == 1 ? new char[0] : new char[WINDOW];
    Arrays.fill(heads, -1);
  }

  /** The data has moved to the front by a multiple of the window's size. */
  void slide(int by) {
    for (int i = 0; i < heads.length; i++) {
      heads[i] = Math.max(heads[i] - by, -1);
    }
  }

  /**
   * Cuts bytes into tokens, a byte as it is or a match.
   *
   * @return how many tokens
   */
  int find(byte[] data, int from, int to, int[] tokens) {
    int count = 0;
    int at = from;
    int misses = 0;
    while (at + 4 <= to) {
      int match = depth == 1 ? probe(data, at, to) : search(data, at, to);
      if (match != 0) {
        tokens[count++] = match;
        int next = at + (match >>> 16 & 0xff) + 3;
        enter(data, at + 1, next, to);
        at = next;
        misses = 0;
      } else {
        int skip = Math.min(1 + (misses++ >> patience), MOST_SKIPPED);
        for (int end = Math.min(at + skip, to); at < end; at++) {
          tokens[count++] = data[at] & 0xff;
        }
      }
    }
    for (; at < to; at++) {
      tokens[count++] = data[at] & 0xff;
    }
    return count;
  }

  private int probe(byte[] data, int at, int to) {
    int word = (int) INT.get(data, at);
    int hash = hash(word);
    int earlier = heads[hash];
    heads[hash] = at;
    if (earlier < 0 || at - earlier > WINDOW || (int) INT.get(data, earlier) != word) {
      return 0;
    }
    return token(common(data, earlier, at, to), at - earlier);
  }

  private int search(byte[] data, int at, int to) {
    int earlier = add(data, at);
    int longest = 3;
    int distance = 0;
    for (int i = 0; i < depth && earlier >= 0 && at - earlier <= WINDOW; i++) {
      int length = common(data, earlier, at, to);
      if (length > longest) {
        longest = length;
        distance = at - earlier;
      }
      int step = steps[earlier & WINDOW - 1];
      if (length == LONGEST || step == 0) {
        break;
      }
      earlier -= step;
    }
    return distance == 0 ? 0 : token(longest, distance);
  }

  /** Enters the places within a match; of the fast level, only the last but one. */
  private void enter(byte[] data, int from, int to, int end) {
    if (depth == 1) {
      int last = to - 2;
      if (last + 4 <= end) {
        heads[hash((int) INT.get(data, last))] = last;
      }
      return;
    }
    for (int at = from, last = Math.min(to, end - 3); at < last; at++) {
      add(data, at);
    }
  }

  private int add(byte[] data, int at) {
    int hash = hash((int) INT.get(data, at));
    int earlier = heads[hash];
    heads[hash] = at;
    int step = at - earlier;
    steps[at & WINDOW - 1] = earlier < 0 || step > WINDOW ? 0 : (char) step;
    return earlier;
  }

  private static int common(byte[] data, int earlier, int at, int to) {
    int most = Math.min(LONGEST, to - at);
    int length = 0;
    while (length < most) {
      long difference =
          (long) LONG.get(data, earlier + length) ^ (long) LONG.get(data, at + length);
      if (difference != 0) {
        return Math.min(most, length + (Long.numberOfTrailingZeros(difference) >>> 3));
      }
      length += 8;
    }
    return most;
  }

  private static int hash(int word) {
    return word * 0x9E3779B1 >>> 32 - HASH_BITS;
  }

  private static int token(int length, int distance) {
    return MATCH | length - 3 << 16 | distance;
  }
}
