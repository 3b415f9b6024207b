package org.variegate.species.quadruped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Keypoint;
import org.variegate.scene.Model;
import org.variegate.scene.Species;

class LandmarksTest {
  private static void told(Species species, Model model) {
    assertEquals(
        new TreeSet<>(model.keypoints().stream().map(Keypoint::name).toList()),
        new TreeSet<>(species.keypoints()));
    for (List<String> line : species.skeleton()) {
      assertEquals(2, line.size());
      assertTrue(species.keypoints().containsAll(line), line.toString());
    }
  }

  @Test
  void theyAreThoseOfTheModels() {
    told(new Cat(), new Cat().grow(new Cat().breeds().draw("tabby", GrowthTest.draws(3))));
    told(new Dog(), new Dog().grow(new Dog().breeds().draw("pug", GrowthTest.draws(4))));
  }
}
