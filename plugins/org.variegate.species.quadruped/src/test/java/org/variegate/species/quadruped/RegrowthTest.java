package org.variegate.species.quadruped;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.variegate.scene.Genome;
import org.variegate.scene.Model;
import org.variegate.scene.Motion;

class RegrowthTest {
  @Test
  void anAnimalAboutItsMeshIsTheSame() {
    Genome genome = new Dog().breeds().draw("labrador", GrowthTest.draws(4));
    Model grown = new Dog().grow(genome);
    Model again = new Dog().regrow(genome, grown.mesh());
    assertSame(grown.mesh(), again.mesh());
    assertEquals(grown.keypoints(), again.keypoints());
    assertEquals(grown.skeleton().rest(), again.skeleton().rest());
    assertEquals(grown.materials().size(), again.materials().size());
    assertArrayEquals(
        grown.materials().get(1).albedo().level(0), again.materials().get(1).albedo().level(0));
    for (int i = 0; i < grown.motions().size(); i++) {
      Motion motion = grown.motions().get(i);
      assertEquals(
          motion.pose(GrowthTest.draws(9)).local(),
          again.motions().get(i).pose(GrowthTest.draws(9)).local());
    }
  }
}
