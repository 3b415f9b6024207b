package org.variegate.species.quadruped.coat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a coat is marked. */
public enum Pattern {
  SOLID,
  /** Narrow stripes. */
  MACKEREL,
  /** Broad swirls. */
  CLASSIC,
  SPOTTED,
  /** One colour with white chest, paws and muzzle. */
  TUXEDO,
  /** White with patches. */
  BICOLOR,
  CALICO,
  TORTOISESHELL,
  /** Dark face, ears, legs and tail. */
  POINTS,
  /** White with large patches and a blaze, or coloured with white markings. */
  PATCHES,
  /** Black back, white below, tan between. */
  TRICOLOR,
  /** Dark with lighter brows, muzzle, chest and legs. */
  POINTED,
  SADDLE,
  HUSKY,
  /** Dark muzzle and ears. */
  MASK,
  BRINDLE,
  MERLE,
  /** Hairs with dark tips on the back, pale below, as of wolves. */
  SABLE;

  /** All names, in order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(p -> p.name().toLowerCase(Locale.ROOT)).toList();
  }
}
