package org.variegate.species.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.variegate.scene.Genome;
import org.variegate.scene.Keypoint;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Motion;

class CarSpeciesTest {
  private static final String GOLDEN =
      "a9a26e3b4b81c0e097a47a0affb08af4362f18b442b487b22bab041aa67b2ee1";
  private final CarSpecies cars = new CarSpecies();

  static List<Genome> all() {
    return Cars.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void wheelsTouchTheGround(Genome genome) {
    Mesh mesh = cars.grow(genome).mesh();
    float[] lowest = {1, 1, 1, 1, 1};
    for (int v = 0; v < mesh.vertices(); v++) {
      int joint = mesh.joints()[4 * v];
      lowest[joint] = Math.min(lowest[joint], mesh.positions()[3 * v + 1]);
    }
    for (Joint joint : Joint.values()) {
      boolean wheel = joint != Joint.CAR;
      float y = lowest[joint.ordinal()];
      assertTrue(wheel ? Math.abs(y) < 0.004 : y > 0.08, joint + " at " + y);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void leftIsAsRight(Genome genome) {
    Mesh mesh = cars.grow(genome).mesh();
    Set<Point3f> places = new HashSet<>();
    Mesh.Range paint = mesh.ranges().get(0);
    for (int i = 3 * paint.from(); i < 3 * (paint.from() + paint.count()); i++) {
      places.add(place(mesh, i));
    }
    for (Point3f p : places) {
      assertTrue(places.contains(new Point3f(0f - p.x, p.y, p.z)), p.toString());
    }
  }

  private static Point3f place(Mesh mesh, int corner) {
    int v = 3 * mesh.triangles()[corner];
    float[] p = mesh.positions();
    return new Point3f(p[v] + 0f, p[v + 1], p[v + 2]);
  }

  @ParameterizedTest
  @MethodSource("all")
  void measuresAreTheGenomes(Genome genome) {
    Mesh mesh = cars.grow(genome).mesh();
    Layout at = new Layout(genome);
    Set<Slot> shell = Set.of(Slot.PAINT, Slot.SECOND, Slot.GLASS);
    float width = 0;
    float height = 0;
    float front = 0;
    float rear = 0;
    for (Mesh.Range range : mesh.ranges()) {
      for (int i = 3 * range.from(); i < 3 * (range.from() + range.count()); i++) {
        Point3f p = place(mesh, i);
        if (shell.contains(Slot.values()[range.slot()])) {
          boolean belowMirrors = p.y < at.belt(0) - 0.2;
          width = Math.max(width, belowMirrors ? 2 * p.x : 0);
          height = Math.max(height, p.y);
          front = Math.max(front, p.z);
          rear = Math.min(rear, p.z);
        }
      }
    }
    assertEquals(at.width + 2 * genome.gene("flare"), width, 0.03);
    assertEquals(at.height, height, 0.005);
    assertEquals(at.frontEnd, front, 0.05);
    assertEquals(at.rearEnd, rear, 0.02);
  }

  @ParameterizedTest
  @MethodSource("all")
  void frontsAreWhereNormalsPoint(Genome genome) {
    Model model = cars.grow(genome);
    Mesh mesh = model.mesh();
    for (Mesh.Range range : mesh.ranges()) {
      int wrong = 0;
      for (int t = range.from(); t < range.from() + range.count(); t++) {
        wrong += facing(mesh, 3 * t) < 0 ? 1 : 0;
      }
      boolean fine =
          model.materials().get(range.slot()).twoSided() || wrong <= 0.02 * range.count();
      assertTrue(fine, Slot.values()[range.slot()] + ": " + wrong + " of " + range.count());
    }
    assertTrue(mesh.triangles().length / 3 < 23000, "" + mesh.triangles().length / 3);
  }

  private static double facing(Mesh mesh, int t) {
    Point3f a = place(mesh, t);
    Point3f b = place(mesh, t + 1);
    Point3f c = place(mesh, t + 2);
    b.sub(a);
    c.sub(a);
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      int v = 3 * mesh.triangles()[t + k];
      float[] n = mesh.normals();
      sum +=
          n[v] * ((double) b.y * c.z - (double) b.z * c.y)
              + n[v + 1] * ((double) b.z * c.x - (double) b.x * c.z)
              + n[v + 2] * ((double) b.x * c.y - (double) b.y * c.x);
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("all")
  void everythingACarNeedsIsSeen(Genome genome) {
    Map<Slot, Integer> triangles = new HashMap<>();
    Mesh mesh = cars.grow(genome).mesh();
    mesh.ranges().forEach(r -> triangles.put(Slot.values()[r.slot()], r.count()));
    for (Slot slot :
        List.of(Slot.PAINT, Slot.GLASS, Slot.BULB, Slot.TAIL, Slot.GRILLE, Slot.TYRE, Slot.RIM)) {
      assertTrue(triangles.getOrDefault(slot, 0) >= 4, slot + " is missing");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void keypointsLieOnTheCar(Genome genome) {
    Model model = cars.grow(genome);
    float[] p = model.mesh().positions();
    for (Keypoint keypoint : model.keypoints()) {
      double nearest = 9;
      for (int v = 0; v < p.length; v += 3) {
        nearest =
            Math.min(nearest, keypoint.rest().distance(new Point3f(p[v], p[v + 1], p[v + 2])));
      }
      double most = keypoint.joint() > 0 ? 0.13 : 0.11;
      assertTrue(nearest < most, keypoint.name() + " is off by " + nearest);
    }
  }

  @Test
  void wheelsRollAndSteerAboutTheirMiddles() {
    Model model = cars.grow(Cars.all().get(0));
    for (Motion motion : model.motions()) {
      var joints = model.skeleton().global(motion.pose(Cars.draws(1)));
      var rest = model.skeleton().global(model.skeleton().restPose());
      for (int j = 0; j < joints.length; j++) {
        assertEquals(rest[j].m03, joints[j].m03, 1e-6);
        assertEquals(rest[j].m13, joints[j].m13, 1e-6);
        assertEquals(rest[j].m23, joints[j].m23, 1e-6);
      }
      int rear = Joint.LEFT_REAR_WHEEL.ordinal();
      assertEquals(1, joints[rear].m00, 1e-6, "rear wheels do not steer");
    }
  }

  /** A wheel's lowest point stands still: the rim goes back as fast as the car goes on. */
  @Test
  void wheelsRollAsFarAsTheCarGoes() {
    Genome genome = Cars.all().get(0);
    Model model = cars.grow(genome);
    Motion drive = model.motions().get(0);
    var start = drive.pose(Cars.draws(1));
    var course = drive.course(Cars.draws(1));
    assertEquals(start.local(), course.at(0).local());
    Matrix4f[] now = model.skeleton().global(course.at(0));
    Matrix4f[] next = model.skeleton().global(course.at(1e-3));
    double way = next[0].m23 - now[0].m23;
    assertTrue(way > 2e-3 && way < 25e-3, "speed " + way * 1000);
    int rear = Joint.LEFT_REAR_WHEEL.ordinal();
    Matrix4f turn = new Matrix4f(now[rear]);
    turn.invert();
    turn.mul(next[rear], turn);
    Point3f ground = new Point3f(now[rear].m03, 0, now[rear].m23);
    turn.transform(ground);
    assertEquals(now[rear].m23, ground.z, 0.01 * way);
    var parked = model.motions().get(1).course(Cars.draws(1));
    assertEquals(parked.at(0).local(), parked.at(3).local());
  }

  /** Of 1000 individuals, the rarest breed, 1 of 25, is missed once in 10^17. */
  @Test
  void everyBreedComesAndHalfOfAllCarsAreBlackWhiteOrGrey() {
    Set<String> seen = new HashSet<>();
    int grey = 0;
    for (int i = 0; i < 1000; i++) {
      Genome genome = cars.genome(Cars.draws(i));
      String breed = genome.breed();
      seen.add(breed);
      grey += genome.gene("paint") <= Paint.WHITE.ordinal() ? 1 : 0;
      genome
          .genes()
          .forEach((gene, value) -> assertTrue(CarSpecies.BREEDS.allows(breed, gene, value)));
    }
    assertEquals(Set.copyOf(CarSpecies.BREEDS.names()), seen);
    assertTrue(grey > 500 && grey < 800, "" + grey);
  }

  @Test
  void equalGenomesGrowEqualCars() throws NoSuchAlgorithmException {
    String once = hash();
    assertEquals(once, hash());
    assertEquals(GOLDEN, once);
  }

  private String hash() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String breed : CarSpecies.BREEDS.names()) {
      Model model = cars.grow(CarSpecies.BREEDS.draw(breed, Cars.draws(9)));
      add(digest, model.mesh().positions());
      add(digest, model.mesh().normals());
      add(digest, model.mesh().uvs());
      add(digest, model.skeleton().palette(model.motions().get(0).pose(Cars.draws(1))));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    digest.update(bytes.array());
  }
}
