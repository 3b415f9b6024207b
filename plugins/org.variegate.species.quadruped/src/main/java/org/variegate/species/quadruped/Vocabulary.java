package org.variegate.species.quadruped;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.variegate.species.quadruped.anatomy.Ear;
import org.variegate.species.quadruped.coat.Iris;
import org.variegate.species.quadruped.coat.Pattern;
import org.variegate.species.quadruped.coat.Pigment;
import org.variegate.species.quadruped.grow.Collar;

/** The genes that are words. */
final class Vocabulary {
  static final Map<String, List<String>> WORDS =
      Map.of(
          "pattern", Pattern.words(),
          "color", Pigment.words(),
          "second", Pigment.words(),
          "eyes", Iris.words(),
          "collar", Collar.words(),
          "ear", Arrays.stream(Ear.values()).map(e -> e.name().toLowerCase(Locale.ROOT)).toList());

  private Vocabulary() {}
}
