package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CategoriesTest {
  @Test
  void whatIsToldIsReadBack() {
    Map<String, Object> facts = new TreeMap<>(Categories.numbered(List.of("dog", "cat")));
    facts.putAll(
        Categories.keypoints(
            "dog", new Landmarks(List.of("tail", "nose"), List.of(List.of("nose", "tail")))));
    facts.put("other", 1);
    assertEquals(Map.of(1, "cat", 2, "dog"), Categories.classes(facts));
    assertEquals(List.of("nose", "tail"), Categories.keypoints(facts, "dog"));
    assertEquals(List.of(List.of(1, 2)), Categories.skeleton(facts, "dog"));
    assertEquals(List.of(), Categories.keypoints(facts, "cat"));
    assertEquals(List.of(), Categories.skeleton(facts, "cat"));
  }

  @Test
  void withoutKeypointsNothingIsTold() {
    assertEquals(Map.of(), Categories.keypoints("car", Landmarks.NONE));
  }
}
