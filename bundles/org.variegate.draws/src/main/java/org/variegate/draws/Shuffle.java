package org.variegate.draws;

/**
 * A random order of any number of items that is nowhere stored: which item stands at a place is
 * computed from a field, at the cost of some tens of hashes. By swapping or not (Hoang, Morris and
 * Rogaway 2012, "An enciphering scheme based on a card shuffle"): in each round a drawn involution
 * pairs the places, and each pair is exchanged with probability 1/2.
 */
public final class Shuffle {
  /** The last of the lower 32 bits of an index, which no place has. */
  private static final long PAIRING = 0xffff_ffffL;

  private static final int LEAST_ROUNDS = 32;
  private static final int ROUNDS_PER_BIT = 6;

  private Shuffle() {}

  /**
   * What stands at a place.
   *
   * @param field draws the order
   * @param count how many items there are, at least 1
   * @param place in [0, count)
   * @return an item in [0, count), another one for each place
   * @throws IllegalArgumentException if there is no such place
   */
  public static int item(Noise field, int count, int place) {
    if (!(place >= 0 && place < count)) {
      throw new IllegalArgumentException(
          "place: needs a whole number from 0 to " + (count - 1) + ", got " + place);
    }
    int rounds =
        LEAST_ROUNDS + ROUNDS_PER_BIT * (Integer.SIZE - Integer.numberOfLeadingZeros(count));
    int[] word = new int[1];
    int item = place;
    for (long round = 0; round < rounds; round++) {
      field.bits(word, 0, 1, (round << 32) + PAIRING);
      int pairing = (int) ((word[0] & 0xffff_ffffL) * count >>> 32);
      int partner = pairing < item ? pairing - item + count : pairing - item;
      field.bits(word, 0, 1, (round << 32) + Math.max(item, partner));
      item = word[0] < 0 ? partner : item;
    }
    return item;
  }
}
