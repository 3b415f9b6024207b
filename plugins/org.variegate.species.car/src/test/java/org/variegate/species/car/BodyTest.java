package org.variegate.species.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.vecmath.Point3d;
import javax.vecmath.Vector3d;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.variegate.scene.Genome;
import org.variegate.scene.Mesh;

/** What makes it a car, measured on the mesh. */
class BodyTest {
  /** The triangles of a car, three corners each, by material and joint. */
  private record Car(Genome genome, Layout at, Map<Slot, Map<Joint, List<Point3d[]>>> parts) {
    static Car of(Genome genome) {
      Mesh mesh = new CarSpecies().grow(genome).mesh();
      Map<Slot, Map<Joint, List<Point3d[]>>> parts = new HashMap<>();
      for (Mesh.Range range : mesh.ranges()) {
        for (int t = 3 * range.from(); t < 3 * (range.from() + range.count()); t += 3) {
          Point3d[] triangle = new Point3d[3];
          for (int k = 0; k < 3; k++) {
            int v = 3 * mesh.triangles()[t + k];
            float[] p = mesh.positions();
            triangle[k] = new Point3d(p[v] + 0.0, p[v + 1], p[v + 2]);
          }
          Joint joint = Joint.values()[mesh.joints()[4 * mesh.triangles()[t]]];
          parts
              .computeIfAbsent(Slot.values()[range.slot()], key -> new HashMap<>())
              .computeIfAbsent(joint, key -> new ArrayList<>())
              .add(triangle);
        }
      }
      return new Car(genome, new Layout(genome), parts);
    }

    List<Point3d[]> of(Slot slot, Joint joint) {
      return parts.getOrDefault(slot, Map.of()).getOrDefault(joint, List.of());
    }

    List<Point3d> corners(Slot slot) {
      return of(slot, Joint.CAR).stream().flatMap(Stream::of).toList();
    }
  }

  @TestFactory
  Stream<DynamicContainer> all() {
    return Cars.all().stream()
        .map(
            genome -> {
              Car car = Car.of(genome);
              return DynamicContainer.dynamicContainer(
                  genome.breed(),
                  Stream.of(
                      test("arches", () -> archesAreConcentricWithWheels(car)),
                      test("wheels", () -> wheelsAreAlike(car)),
                      test("windows", () -> windowsAreInTheCabin(car)),
                      test("glass", () -> thereIsAsMuchGlassAsInACar(car)),
                      test("lamps", () -> lampsAreWhereTheLawWantsThem(car)),
                      test("mirror", () -> leftIsAsRight(car)),
                      test("area", () -> noTriangleIsALine(car))));
            });
  }

  private static DynamicTest test(String name, Executable executable) {
    return DynamicTest.dynamicTest(name, executable);
  }

  private static double fromAxle(Car car, double axle, Point3d p) {
    return Math.hypot(p.y - car.at.radius, p.z - axle);
  }

  /**
   * Within an arch there is no flank, and all round above the sill its edge is there: a polygon of
   * 24 sides about the wheel's middle.
   */
  private static void archesAreConcentricWithWheels(Car car) {
    double least = car.at.arch * Math.cos(Math.PI / 24) - 0.003;
    for (double axle : new double[] {car.at.frontAxle, car.at.rearAxle}) {
      double[] nearest = new double[9];
      java.util.Arrays.fill(nearest, 9);
      for (Slot slot : List.of(Slot.PAINT, Slot.SECOND, Slot.BLACK)) {
        for (Point3d p : car.corners(slot)) {
          boolean flank = Math.abs(p.x) > car.at.track && p.y > car.at.sill(p.z) + 0.12;
          double d = fromAxle(car, axle, p);
          double angle = Math.toDegrees(Math.atan2(p.y - car.at.radius, p.z - axle));
          if (flank && angle >= 0) {
            int sector = (int) Math.min(8, angle / 20);
            nearest[sector] = Math.min(nearest[sector], d);
          }
        }
      }
      for (int sector = 1; sector < 8; sector++) {
        assertTrue(nearest[sector] > least, "flank at " + nearest[sector] + " in the arch");
        assertTrue(
            nearest[sector] < car.at.arch + 0.06,
            "edge at " + nearest[sector] + ", arch " + car.at.arch + ", sector " + sector);
      }
    }
  }

  /** Four of one diameter, round, as far from the middle on both sides, within the flanks. */
  private static void wheelsAreAlike(Car car) {
    for (Joint joint : Joint.values()) {
      if (joint == Joint.CAR) {
        continue;
      }
      double[] middle = car.at.wheel(joint);
      double most = 0;
      double low = 9;
      double high = -9;
      for (Point3d[] triangle : car.of(Slot.TYRE, joint)) {
        for (Point3d p : triangle) {
          most = Math.max(most, fromAxle(car, middle[2], p));
          low = Math.min(low, p.x);
          high = Math.max(high, p.x);
        }
      }
      assertEquals(car.at.radius, most, 1e-4, joint.label());
      assertEquals(middle[0], (low + high) / 2, 0.002, joint.label());
      assertEquals(car.genome.gene("tyre"), high - low, 0.03 * (high - low), joint.label());
      double out = Math.max(-low, high);
      double flank = car.at.flankAt(car.at.radius + car.at.arch, middle[2]);
      assertTrue(out < flank + 0.03, "the tyre stands out by " + (out - flank));
    }
  }

  /** All glass but the mirrors' lies between belt line and roof, and on the car. */
  private static void windowsAreInTheCabin(Car car) {
    for (Point3d p : car.corners(Slot.GLASS)) {
      double[] mirror = car.at.mirror();
      if (Math.hypot(p.z - mirror[2], Math.abs(p.x) - mirror[0]) < 0.25) {
        continue;
      }
      double belt = car.at.belt(Math.max(car.at.tail, Math.min(car.at.cowl, p.z)));
      assertTrue(p.y > belt - 0.06 && p.y < car.at.height + 0.002, "pane at " + p);
      assertTrue(p.z < car.at.cowl + 0.05 && p.z > car.at.tail - 0.1, "pane at " + p);
      assertTrue(Math.abs(p.x) < car.at.width / 2, "pane at " + p);
    }
  }

  private static double area(Point3d[] t) {
    Vector3d a = new Vector3d();
    Vector3d b = new Vector3d();
    a.sub(t[1], t[0]);
    b.sub(t[2], t[0]);
    a.cross(a, b);
    return a.length() / 2;
  }

  /**
   * Seen from the side, glass is 5 to 30 % of length times height above the wheels' middles, and
   * the windscreen is at least 0.45 m^2 (UNECE R125 asks for a view, not for an area; small cars
   * have 0.6 m^2 along the slope).
   */
  private static void thereIsAsMuchGlassAsInACar(Car car) {
    double side = 0;
    double screen = 0;
    for (Point3d[] t : car.of(Slot.GLASS, Joint.CAR)) {
      double ahead = (t[1].x - t[0].x) * (t[2].y - t[0].y) - (t[1].y - t[0].y) * (t[2].x - t[0].x);
      double left = (t[1].y - t[0].y) * (t[2].z - t[0].z) - (t[1].z - t[0].z) * (t[2].y - t[0].y);
      side += Math.max(0, left) / 2;
      boolean front = ahead > 0 && t[0].z > (car.at.screenTop + car.at.roofEnd) / 2;
      screen += front && Math.abs(ahead) > Math.abs(left) ? area(t) : 0;
    }
    double whole = car.at.length * (car.at.height - car.at.radius);
    assertTrue(side > 0.05 * whole && side < 0.3 * whole, "side windows of " + side / whole);
    assertTrue(screen > 0.45 && screen < 2, "windscreen of " + screen + " m^2");
  }

  /**
   * UNECE R48: headlamps 0.5 to 1.2 m above the ground, tail lamps 0.35 to 1.5 m, those at the
   * front in the front quarter, those at the back in the rear one. Of the bulbs the highest are
   * headlamps.
   */
  private static void lampsAreWhereTheLawWantsThem(Car car) {
    double quarter = 0.25 * car.at.length;
    double highest = car.corners(Slot.BULB).stream().mapToDouble(p -> p.y).max().getAsDouble();
    assertTrue(highest > 0.5 && highest < 1.2, "headlamps up to " + highest);
    for (Point3d p : car.corners(Slot.BULB)) {
      assertTrue(p.z > car.at.frontEnd - quarter, "bulb at " + p);
    }
    for (Point3d p : car.corners(Slot.TAIL)) {
      assertTrue(p.y > 0.35 && p.y < 1.5 && p.z < car.at.rearEnd + quarter, "tail lamp at " + p);
    }
  }

  /** Everything but the number, the exhaust and what opens on one side. */
  private static void leftIsAsRight(Car car) {
    for (Slot slot : List.of(Slot.GLASS, Slot.SECOND, Slot.TAIL, Slot.BULB, Slot.GRILLE)) {
      Set<Point3d> places = new HashSet<>(car.corners(slot));
      for (Point3d p : places) {
        assertTrue(places.contains(new Point3d(0.0 - p.x, p.y, p.z)), slot + " at " + p);
      }
    }
    assertEquals(
        count(car, Joint.LEFT_FRONT_WHEEL), count(car, Joint.RIGHT_FRONT_WHEEL), "front wheels");
    assertEquals(
        count(car, Joint.LEFT_REAR_WHEEL), count(car, Joint.RIGHT_REAR_WHEEL), "rear wheels");
  }

  private static int count(Car car, Joint joint) {
    return car.parts.keySet().stream().mapToInt(slot -> car.of(slot, joint).size()).sum();
  }

  private static void noTriangleIsALine(Car car) {
    int lines = 0;
    int all = 0;
    for (var joints : car.parts.values()) {
      for (List<Point3d[]> triangles : joints.values()) {
        for (Point3d[] t : triangles) {
          lines += area(t) < 1e-10 ? 1 : 0;
          all++;
        }
      }
    }
    assertTrue(lines <= 10 && all > 10000, lines + " of " + all);
  }
}
