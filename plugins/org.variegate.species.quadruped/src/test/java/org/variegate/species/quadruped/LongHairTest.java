package org.variegate.species.quadruped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.scene.Genome;
import org.variegate.scene.Mesh;
import org.variegate.species.quadruped.anatomy.Anatomy;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.anatomy.DogHead;
import org.variegate.species.quadruped.anatomy.HeadFrame;
import org.variegate.species.quadruped.anatomy.Traits;
import org.variegate.species.quadruped.coat.Coat;
import org.variegate.species.quadruped.coat.Part;
import org.variegate.species.quadruped.field.Vec;
import org.variegate.species.quadruped.grow.Growth;

/** Hair of faces and ears, and mouths that open. */
class LongHairTest {
  private static Genome dog(String breed, double beard) {
    Genome drawn = new Dog().breeds().draw(breed, GrowthTest.draws(11));
    TreeMap<String, Double> genes = new TreeMap<>(drawn.genes());
    genes.put("age", 1.0);
    genes.put("beard", beard);
    return new Genome(breed, genes);
  }

  /** How far down, in the head, what hangs on it reaches: 0 for its middle, 1 for its radius. */
  private static double lowest(Genome genome) {
    Growth growth = new Growth(genome, false);
    Mesh mesh = growth.mesh();
    HeadFrame head = growth.anatomy().head();
    double lowest = 0;
    for (int v = 0; v < mesh.vertices(); v++) {
      if (mesh.joints()[4 * v] == Bone.JAW.ordinal()) {
        float[] p = mesh.positions();
        Vec at = new Vec(p[3 * v], p[3 * v + 1], p[3 * v + 2]).times(1 / growth.scale());
        lowest = Math.max(lowest, -head.of(at).y());
      }
    }
    return lowest;
  }

  @ParameterizedTest
  @ValueSource(strings = {"shih-tzu", "terrier", "mongrel"})
  void beardsHangFromTheJaw(String breed) {
    double bare = lowest(dog(breed, 0));
    double bearded = lowest(dog(breed, .08));
    assertTrue(bearded > bare + .15, breed + ": " + bare + " to " + bearded);
  }

  @Test
  void hairIsLongOnMuzzleAndCheeksAndShortAtEyesAndNose() {
    Anatomy anatomy = new Anatomy(new Traits(dog("shih-tzu", .08), false));
    Coat coat = new Coat(anatomy);
    assertTrue(fur(anatomy, coat, .8, .3, -.5) > .04, "muzzle");
    assertTrue(fur(anatomy, coat, .2, .8, -.3) > .04, "cheek");
    double[] eye = {.74, anatomy.traits().of("eyeApart"), anatomy.traits().of("eyeUp")};
    assertTrue(fur(anatomy, coat, eye[0] + .1, eye[1], eye[2]) < .01, "eye");
  }

  private static double fur(Anatomy anatomy, Coat coat, double forward, double left, double up) {
    Vec at = anatomy.head().at(forward, left, up);
    coat.at(Part.BODY, at.x(), at.y(), at.z());
    return coat.fur();
  }

  /** Long hair of a face parts in the middle. */
  @Test
  void hairFallsToBothSides() {
    Anatomy anatomy = new Anatomy(new Traits(dog("shih-tzu", .08), false));
    Coat coat = new Coat(anatomy);
    fur(anatomy, coat, .3, .5, .4);
    Vec left = coat.comb(Vec.FORWARD);
    fur(anatomy, coat, .3, -.5, .4);
    Vec right = coat.comb(Vec.FORWARD);
    assertTrue(left.x() > 0 && left.y() < 0, left.toString());
    assertEquals(left, right.mirrored());
    Coat shorn = new Coat(new Anatomy(new Traits(dog("shih-tzu", 0), false)));
    assertEquals(Vec.FORWARD, shorn.comb(Vec.FORWARD));
  }

  /** A shut jaw touches the flews above it, an open one leaves a gap at its tip. */
  @Test
  void mouthsOpen() {
    TreeMap<String, Double> genes = new TreeMap<>(dog("labrador", 0).genes());
    genes.put("mouth", 0.0);
    Traits shut = new Traits(new Genome("labrador", genes), false);
    genes.put("mouth", 1.0);
    Traits open = new Traits(new Genome("labrador", genes), false);
    double tip = .5 + open.of("muzzle");
    double flews = -.48 - .52 * open.of("muzzleWidth");
    assertTrue(DogHead.jaw(shut, tip, 1) > flews, "shut");
    assertTrue(DogHead.jaw(open, tip, 1) < flews - .1, "open");
    assertEquals(DogHead.jaw(shut, .3, 1), DogHead.jaw(open, .3, 1), 1e-12);
  }
}
