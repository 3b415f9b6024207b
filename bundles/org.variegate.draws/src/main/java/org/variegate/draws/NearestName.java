package org.variegate.draws;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody who mistyped a name probably meant. */
public final class NearestName {
  private NearestName() {}

  /**
   * The end of an error message about an unknown name.
   *
   * @param name what was typed
   * @param valid what could have been typed
   * @return {@code did you mean 'x'?} where one is near, else the list of all
   */
  public static String hint(String name, Collection<String> valid) {
    if (valid.isEmpty()) {
      return "there is none";
    }
    String nearest =
        valid.stream()
            .min(Comparator.<String>comparingInt(v -> distance(name, v)).thenComparing(v -> v))
            .orElseThrow();
    boolean near = distance(name, nearest) <= Math.max(2, nearest.length() / 3);
    return near
        ? "did you mean '" + nearest + "'?"
        : "valid: " + String.join(", ", valid.stream().sorted().toList());
  }

  /**
   * Finds the name of which another is a slip of the pen: one letter too many, left out or wrong,
   * or two neighbours exchanged (Damerau 1964), ignoring case.
   *
   * @param name what was typed
   * @param valid what could have been typed
   * @return the first of them that was probably meant; empty too where the name is one of them
   */
  public static Optional<String> slip(String name, Collection<String> valid) {
    if (valid.stream().anyMatch(name::equalsIgnoreCase)) {
      return Optional.empty();
    }
    return valid.stream().filter(meant -> oneSlip(name, meant)).sorted().findFirst();
  }

  private static boolean oneSlip(String name, String meant) {
    String a = name.toLowerCase(Locale.ROOT);
    String b = meant.toLowerCase(Locale.ROOT);
    int from = 0;
    while (from < Math.min(a.length(), b.length()) && a.charAt(from) == b.charAt(from)) {
      from++;
    }
    int endA = a.length();
    int endB = b.length();
    while (Math.min(endA, endB) > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    String wrong = a.substring(from, endA);
    String right = b.substring(from, endB);
    boolean exchanged =
        wrong.length() == 2 && new StringBuilder(wrong).reverse().toString().equals(right);
    return exchanged || Math.max(wrong.length(), right.length()) == 1;
  }

  /** Edit distance (Levenshtein 1966), ignoring case. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        int replace = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
