package org.variegate.species.car;

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
    CarSpecies species = new CarSpecies();
    Cars.all().stream().limit(4).forEach(genome -> told(species, species.grow(genome)));
  }
}
