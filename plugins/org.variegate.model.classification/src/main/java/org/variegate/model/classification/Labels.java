package org.variegate.model.classification;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.variegate.api.Sample;
import org.variegate.scene.Categories;
import org.variegate.scene.Truth;

/**
 * The classes of a dataset.
 *
 * @param names in the order of their numbers
 */
record Labels(List<String> names) {

  /** The classes that were told; none of pictures whose class nobody knows. */
  static Labels of(Map<String, Object> facts) {
    return new Labels(List.copyOf(Categories.classes(facts).values()));
  }

  /** These, to learn to tell them apart. */
  Labels required() {
    if (names.size() < 2) {
      throw new IllegalArgumentException(
          "classes: classification needs at least 2 of its source, got " + names);
    }
    return this;
  }

  /** Those that a network has learned, unless others are told. */
  Labels learned(List<String> learned) throws IOException {
    if (!names.isEmpty() && !names.equals(learned)) {
      throw new IOException("classes: needs " + names + ", got " + learned);
    }
    return new Labels(List.copyOf(learned));
  }

  /** The place of the class of a sample's subject, which is its first object. */
  int of(Sample sample) {
    Truth truth = sample.get(Truth.TRUTH);
    if (truth.objects().isEmpty()) {
      throw new IllegalArgumentException("needs an object with a class, the sample has none");
    }
    String name = String.valueOf(truth.objects().get(0).get("class"));
    int place = names.indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException("needs one of the classes " + names + ", got " + name);
    }
    return place;
  }
}
