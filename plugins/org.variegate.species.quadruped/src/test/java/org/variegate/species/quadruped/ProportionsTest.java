package org.variegate.species.quadruped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.variegate.scene.Genome;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.anatomy.Joints;
import org.variegate.species.quadruped.anatomy.Traits;
import org.variegate.species.quadruped.field.Vec;

/** What tells breeds apart, in every individual, and what all of them have in common. */
class ProportionsTest {
  private static final int DRAWS = 200;

  private static Genome aged(Genome genome, double age) {
    TreeMap<String, Double> genes = new TreeMap<>(genome.genes());
    genes.put("age", age);
    return new Genome(genome.breed(), genes);
  }

  private static List<Traits> adults(String breed) {
    boolean cat = new Cat().breeds().names().contains(breed);
    var breeds = cat ? new Cat().breeds() : new Dog().breeds();
    return IntStream.range(0, DRAWS)
        .mapToObj(i -> new Traits(aged(breeds.draw(breed, GrowthTest.draws(i)), 1), cat))
        .toList();
  }

  private static double measure(Traits t, String what) {
    Joints joints = new Joints(t);
    double trunk = joints.at(Bone.PELVIS).minus(joints.at(Bone.CHEST)).length();
    return switch (what) {
      case "muzzle" -> t.of("muzzle");
      case "leg" -> joints.at(Bone.PELVIS).y() / trunk;
      case "neck" -> t.of("neck");
      case "ear" -> t.of("earLength");
      case "tail" -> t.of("tail");
      case "fur" -> t.gene("fur");
      case "head" -> t.of("head");
      case "height" -> t.height();
      default -> throw new AssertionError(what);
    };
  }

  /** Every individual of the first has less of it than every one of the second. */
  @ParameterizedTest
  @CsvSource({
    "pug, greyhound, muzzle",
    "bulldog, labrador, muzzle",
    "persian, siamese, muzzle",
    "persian, domestic-shorthair, muzzle",
    "corgi, labrador, leg",
    "dachshund, beagle, leg",
    "beagle, greyhound, leg",
    "munchkin, domestic-shorthair, leg",
    "persian, siamese, ear",
    "domestic-shorthair, sphynx, ear",
    "husky, dachshund, ear",
    "pug, greyhound, neck",
    "corgi, german-shepherd, tail",
    "siamese, persian, fur",
    "sphynx, siamese, fur",
    "greyhound, pug, head",
    "siamese, british-shorthair, head",
    "chihuahua, labrador, height",
    "dachshund, greyhound, height",
  })
  void breedsDoNotOverlap(String less, String more, String what) {
    double most = extreme(adults(less), what, true);
    double least = extreme(adults(more), what, false);
    assertTrue(most < least, less + " up to " + most + ", " + more + " from " + least);
  }

  private static double extreme(List<Traits> all, String what, boolean greatest) {
    ToDoubleFunction<Traits> measure = t -> measure(t, what);
    var values = all.stream().mapToDouble(measure);
    return greatest ? values.max().getAsDouble() : values.min().getAsDouble();
  }

  /** Height at the withers in m, after the breed standards of the FCI and FIFe, a tenth beyond. */
  @ParameterizedTest
  @CsvSource({
    "greyhound, .68, .76",
    "labrador, .54, .57",
    "german-shepherd, .55, .65",
    "husky, .505, .60",
    "beagle, .33, .40",
    "corgi, .25, .305",
    "pug, .25, .32",
    "border-collie, .46, .56",
    "rottweiler, .56, .68",
    "bernese, .58, .70",
    "dalmatian, .54, .62",
    "domestic-shorthair, .23, .28",
    "maine-coon, .25, .41",
  })
  void heightsAreThoseOfTheStandards(String breed, double low, double high) {
    double mean = adults(breed).stream().mapToDouble(Traits::height).average().getAsDouble();
    assertTrue(mean > low && mean < high, "mean " + mean);
    assertTrue(extreme(adults(breed), "height", false) > 0.85 * low, breed);
    assertTrue(extreme(adults(breed), "height", true) < 1.15 * high, breed);
  }

  /** Joints of the right are the mirror images of those of the left, in every individual. */
  @Test
  void leftIsAsRight() {
    for (String breed : List.of("pug", "greyhound", "persian", "munchkin", "mongrel")) {
      for (Traits t : adults(breed).subList(0, 20)) {
        Joints joints = new Joints(t);
        for (Bone left : Bone.values()) {
          if (left.name().startsWith("LEFT")) {
            Bone right = Bone.valueOf(left.name().replace("LEFT", "RIGHT"));
            Vec a = joints.at(left);
            Vec b = joints.at(right);
            assertTrue(a.x() > 0, left.name());
            assertEquals(0, a.minus(new Vec(-b.x(), b.y(), b.z())).length(), 1e-12, left.name());
          } else if (!left.name().startsWith("RIGHT")) {
            assertEquals(0, joints.at(left).x(), 1e-12, left.name());
          }
        }
      }
    }
  }

  /**
   * Bones of a leg follow each other down to the ground, and the legs are as long as they must be:
   * upper and lower halves between a quarter and two thirds of the way each.
   */
  @Test
  void legsReachTheGround() {
    for (String breed : new Dog().breeds().names()) {
      for (Traits t : adults(breed).subList(0, 20)) {
        Joints joints = new Joints(t);
        for (boolean hind : new boolean[] {false, true}) {
          double above = joints.at(Bone.leg(hind, false, 0)).y();
          double whole = above;
          for (int i = 1; i < 4; i++) {
            double y = joints.at(Bone.leg(hind, false, i)).y();
            double share = (above - y) / whole;
            assertTrue(share > 0.1 && share < 0.67, breed + " bone " + i + ": " + share);
            above = y;
          }
          assertTrue(above > 0 && above < 1.1 * t.of("paw"), breed + ": " + above);
          assertTrue(joints.toes(hind, false).z() > joints.at(Bone.leg(hind, false, 3)).z(), breed);
        }
      }
    }
  }

  /** The skull lies before the chest and above the legs, and the nose before the skull. */
  @Test
  void headsAreClearOfTrunks() {
    for (String breed : List.of("pug", "bulldog", "greyhound", "persian", "siamese", "dachshund")) {
      for (Traits t : adults(breed)) {
        Joints joints = new Joints(t);
        Vec head = joints.at(Bone.HEAD);
        Vec chest = joints.at(Bone.CHEST);
        double clear = head.minus(chest).length();
        assertTrue(clear > 0.9 * t.of("head"), breed + ": " + clear / t.of("head"));
        assertTrue(head.z() > chest.z() && head.y() > chest.y(), breed);
      }
    }
  }

  /**
   * The young of every breed: a head larger by the body, a shorter muzzle, shorter legs and tail,
   * all between those of a newborn and an adult at every age.
   */
  @Test
  void theYoungGrowSteadily() {
    for (boolean cat : new boolean[] {true, false}) {
      var breeds = cat ? new Cat().breeds() : new Dog().breeds();
      for (String breed : breeds.names()) {
        Genome genome = breeds.draw(breed, GrowthTest.draws(3));
        double[] last = null;
        for (double age = 0; age <= 1.001; age += 0.25) {
          Traits t = new Traits(aged(genome, age), cat);
          double[] now = {
            -t.of("head") / t.of("trunk"), t.of("muzzle"), t.of("leg"), t.of("tail"), t.height()
          };
          for (int i = 0; last != null && i < now.length; i++) {
            assertTrue(now[i] > last[i], breed + " " + i + " at " + age);
          }
          last = now;
        }
      }
    }
  }
}
