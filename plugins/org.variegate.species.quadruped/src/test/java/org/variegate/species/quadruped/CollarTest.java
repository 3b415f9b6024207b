package org.variegate.species.quadruped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.scene.Genome;
import org.variegate.scene.Mesh;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.anatomy.HeadFrame;
import org.variegate.species.quadruped.field.Vec;
import org.variegate.species.quadruped.grow.Growth;

class CollarTest {
  private static Growth growth(String breed, String collar) {
    boolean cat = new Cat().breeds().names().contains(breed);
    var breeds = cat ? new Cat().breeds() : new Dog().breeds();
    Genome drawn = breeds.draw(breed, GrowthTest.draws(7));
    TreeMap<String, Double> genes = new TreeMap<>(drawn.genes());
    genes.put("collar", (double) Vocabulary.WORDS.get("collar").indexOf(collar));
    return new Growth(new Genome(breed, genes), cat);
  }

  private static Mesh.Range collar(Mesh mesh) {
    return mesh.ranges().get(mesh.ranges().size() - 1);
  }

  @Test
  void isLeftOutAsTheGenomeSays() {
    assertEquals(0, collar(growth("beagle", "none").mesh()).count());
    assertTrue(collar(growth("beagle", "red").mesh()).count() > 50);
  }

  /** The band lies on the skin or a little off it, all round the neck, below the head. */
  @ParameterizedTest
  @ValueSource(
      strings = {"beagle", "pug", "greyhound", "pit-bull", "dachshund", "tabby", "siamese"})
  void liesAboutTheNeck(String breed) {
    Growth growth = growth(breed, "red");
    Mesh mesh = growth.mesh();
    Mesh.Range range = collar(mesh);
    Vec neck = growth.anatomy().joints().at(Bone.NECK);
    HeadFrame head = growth.anatomy().head();
    double left = 0;
    double right = 0;
    for (int t = 3 * range.from(); t < 3 * (range.from() + range.count()); t++) {
      int v = 3 * mesh.triangles()[t];
      float[] c = mesh.colors();
      if (c[v] < 5 * c[v + 1]) {
        continue; // the tag
      }
      Vec at =
          new Vec(mesh.positions()[v], mesh.positions()[v + 1], mesh.positions()[v + 2])
              .times(1 / growth.scale());
      double off = growth.anatomy().field().at(at.x(), at.y(), at.z());
      assertTrue(off > -.02 && off < .03, breed + ": " + off + " off the skin");
      double far = at.minus(neck.towards(head.origin(), .5)).length();
      assertTrue(far < 1.2 * head.radius() + .1, breed + ": " + far + " from the neck");
      left = Math.max(left, at.x());
      right = Math.min(right, at.x());
    }
    assertEquals(left, -right, 1e-6);
    assertTrue(left > .05, breed + ": " + left);
  }
}
