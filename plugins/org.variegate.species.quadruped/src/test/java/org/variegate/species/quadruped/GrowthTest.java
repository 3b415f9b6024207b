package org.variegate.species.quadruped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Genome;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.genome.Breeds;

class GrowthTest {
  /** Of each breed one. */
  record Individual(String species, String breed, Model model) {
    @Override
    public String toString() {
      return species + " " + breed;
    }
  }

  private static final List<Individual> ALL =
      java.util.stream.Stream.concat(
              individuals("cat", new Cat().breeds(), true),
              individuals("dog", new Dog().breeds(), false))
          .toList();

  private static java.util.stream.Stream<Individual> individuals(
      String species, Breeds breeds, boolean cat) {
    return breeds.names().stream()
        .map(
            breed -> {
              Genome genome = breeds.draw(breed, draws(breed.hashCode() & 0xffff));
              Model model = cat ? new Cat().grow(genome) : new Dog().grow(genome);
              return new Individual(species, breed, model);
            });
  }

  static Draws draws(long sample) {
    return new SampleDraws(1, sample, new DrawRecord(), Overrides.NONE).child("individual");
  }

  static List<Individual> all() {
    return ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void weightsAddUpAndNormalsHaveLength1(Individual i) {
    Mesh mesh = i.model.mesh();
    for (int v = 0; v < mesh.vertices(); v++) {
      float[] w = Arrays.copyOfRange(mesh.weights(), 4 * v, 4 * v + 4);
      assertEquals(1, w[0] + w[1] + w[2] + w[3], 1e-5);
      float[] n = Arrays.copyOfRange(mesh.normals(), 3 * v, 3 * v + 3);
      assertEquals(1, n[0] * n[0] + n[1] * n[1] + n[2] * n[2], 1e-4);
      assertTrue(mesh.occlusion()[v] >= 0 && mesh.occlusion()[v] <= 1);
      assertTrue(mesh.fur()[4 * v] >= 0);
    }
  }

  /** The renderer shows what is counter-clockwise; at most a few thin triangles may disagree. */
  @ParameterizedTest
  @MethodSource("all")
  void trianglesFaceWhereTheirNormalsPoint(Individual i) {
    Mesh mesh = i.model.mesh();
    for (Mesh.Range range : mesh.ranges()) {
      int wrong = 0;
      for (int t = range.from(); t < range.from() + range.count(); t++) {
        if (facing(mesh, t) < 0) {
          wrong++;
        }
      }
      boolean twoSided = i.model.materials().get(range.slot()).twoSided();
      assertTrue(twoSided || wrong <= 0.03 * range.count(), range + ": " + wrong + " turned");
    }
  }

  private static double facing(Mesh mesh, int triangle) {
    float[] p = mesh.positions();
    int a = 3 * mesh.triangles()[3 * triangle];
    int b = 3 * mesh.triangles()[3 * triangle + 1];
    int c = 3 * mesh.triangles()[3 * triangle + 2];
    double ux = p[b] - p[a];
    double uy = p[b + 1] - p[a + 1];
    double uz = p[b + 2] - p[a + 2];
    double vx = p[c] - p[a];
    double vy = p[c + 1] - p[a + 1];
    double vz = p[c + 2] - p[a + 2];
    double sum = 0;
    for (int corner : new int[] {a, b, c}) {
      sum +=
          mesh.normals()[corner] * (uy * vz - uz * vy)
              + mesh.normals()[corner + 1] * (uz * vx - ux * vz)
              + mesh.normals()[corner + 2] * (ux * vy - uy * vx);
    }
    return sum;
  }

  /** But for single locks of fur. */
  @ParameterizedTest
  @MethodSource("all")
  void standsOnTheGroundAsWideLeftAsRight(Individual i) {
    float[] p = i.model.mesh().positions();
    float lowest = 1;
    float left = 0;
    float right = 0;
    for (int v = 0; v < p.length; v += 3) {
      lowest = Math.min(lowest, p[v + 1]);
      left = Math.max(left, p[v]);
      right = Math.min(right, p[v]);
    }
    assertEquals(0, lowest, 0.02);
    assertEquals(left, -right, 0.1 * left);
  }

  /** What a renderer of 2 ms a frame can take. */
  @ParameterizedTest
  @MethodSource("all")
  void isSmallEnough(Individual i) {
    int triangles = i.model.mesh().triangles().length / 3;
    assertTrue(triangles > 5000 && triangles < 25000, "triangles: " + triangles);
  }

  @ParameterizedTest
  @MethodSource("all")
  void equalGenomesGiveEqualModels(Individual i) {
    boolean cat = i.species.equals("cat");
    Breeds breeds = cat ? new Cat().breeds() : new Dog().breeds();
    Genome genome = breeds.draw(i.breed, draws(i.breed.hashCode() & 0xffff));
    Mesh again = (cat ? new Cat().grow(genome) : new Dog().grow(genome)).mesh();
    assertTrue(Arrays.equals(i.model.mesh().positions(), again.positions()));
    assertTrue(Arrays.equals(i.model.mesh().colors(), again.colors()));
    assertTrue(Arrays.equals(i.model.mesh().weights(), again.weights()));
  }
}
