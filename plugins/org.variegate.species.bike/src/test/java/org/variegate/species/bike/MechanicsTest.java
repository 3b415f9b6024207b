package org.variegate.species.bike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.variegate.scene.Genome;

/** What makes it a bicycle that could be ridden, measured on the mesh. */
class MechanicsTest {
  /** A bicycle in pieces. */
  private record Bicycle(Genome genome, Layout at, List<Piece> pieces) {
    static Bicycle of(Genome genome) {
      List<Piece> pieces = Piece.of(new BikeSpecies().grow(genome).mesh());
      return new Bicycle(genome, new Layout(genome), pieces);
    }

    Stream<Piece> of(Slot slot, Joint joint) {
      return pieces.stream().filter(p -> p.slot() == slot && p.joint() == joint);
    }

    Vec axle(Joint wheel) {
      return wheel == Joint.REAR_WHEEL ? at.rearAxle : at.frontAxle;
    }
  }

  private static final List<Joint> WHEELS = List.of(Joint.REAR_WHEEL, Joint.FRONT_WHEEL);

  @TestFactory
  Stream<DynamicContainer> all() {
    return Bikes.all().stream()
        .map(
            genome -> {
              Bicycle bike = Bicycle.of(genome);
              return DynamicContainer.dynamicContainer(
                  genome.breed(),
                  Stream.of(
                      test("solids", () -> partsAreSolid(bike)),
                      test("wheels", () -> wheelsAreAlikeAndRound(bike)),
                      test("spokes", () -> spokesEndOnHubAndRim(bike)),
                      test("hubs", () -> hubsSitInTheDropouts(bike)),
                      test("tyres", () -> tyresTouchNothing(bike)),
                      test("chain", () -> theChainIsAsLongAsABelt(bike)),
                      test("cranks", () -> cranksAreOpposite(bike))));
            });
  }

  private static DynamicTest test(String name, Executable executable) {
    return DynamicTest.dynamicTest(name, executable);
  }

  private static double radius(Vec p, Vec axle) {
    return Math.hypot(p.y() - axle.y(), p.z() - axle.z());
  }

  /**
   * No triangle without area, and all that is closed has its front outside; open are only the tyre
   * towards its rim, and a basket.
   */
  private static void partsAreSolid(Bicycle bike) {
    List<Slot> open = List.of(Slot.TYRE, Slot.WALL, Slot.BASKET);
    for (Piece piece : bike.pieces) {
      for (Vec[] t : piece.triangles()) {
        double area = t[1].minus(t[0]).cross(t[2].minus(t[0])).length() / 2;
        assertTrue(area > 1e-10, piece.slot() + " " + area);
      }
      boolean closed = piece.closed();
      assertTrue(closed || open.contains(piece.slot()), piece.slot() + " is open");
      assertTrue(!closed || piece.volume() > 0, piece.slot() + " is inside out");
    }
  }

  /** Of one diameter, round to the chord of 48 sides, and centred between the stays. */
  private static void wheelsAreAlikeAndRound(Bicycle bike) {
    for (Joint wheel : WHEELS) {
      double most = 0;
      double left = 0;
      double right = 0;
      for (Piece piece : bike.of(Slot.TYRE, wheel).toList()) {
        for (Vec p : piece.corners()) {
          most = Math.max(most, radius(p, bike.axle(wheel)));
          left = Math.max(left, p.x());
          right = Math.min(right, p.x());
        }
      }
      assertEquals(bike.at.radius, most, 0.1 * bike.at.tyre, wheel.label());
      assertEquals(0, left + right, 1e-4, wheel.label());
      double rim = bike.of(Slot.RIM, wheel).mapToDouble(p -> p.middle().x()).sum();
      assertEquals(0, rim, 1e-4, wheel.label());
    }
  }

  /**
   * As many as the genome says, half to each flange, their nipples equally far apart. Spokes are
   * the long thin pieces of metal.
   */
  private static void spokesEndOnHubAndRim(Bicycle bike) {
    int count = (int) bike.genome.gene("spokes") / 4 * 4;
    double inner = bike.at.radius - 2 * bike.at.tyre + 0.004 - bike.genome.gene("rimDepth");
    for (Joint wheel : WHEELS) {
      Vec axle = bike.axle(wheel);
      boolean drum = wheel == Joint.REAR_WHEEL && Words.is(bike.genome, "brake", "hub");
      List<Piece> spokes = bike.of(Slot.METAL, wheel).filter(p -> p.corners().size() <= 8).toList();
      spokes = spokes.stream().filter(p -> end(p, axle, true) > 0.1).toList();
      assertEquals(count, spokes.size());
      int left = 0;
      double[] angles = new double[count];
      for (int i = 0; i < count; i++) {
        Piece spoke = spokes.get(i);
        double from = end(spoke, axle, false);
        assertTrue(from < (drum ? 0.0455 : 0.0275), "not at the flange: " + from);
        double to = end(spoke, axle, true);
        assertTrue(to > inner && to < inner + 0.006, "rim at " + inner + ", spoke to " + to);
        Vec nipple =
            spoke.corners().stream().filter(p -> radius(p, axle) > inner - 0.002).findAny().get();
        angles[i] = Math.atan2(nipple.z() - axle.z(), nipple.y() - axle.y());
        left += spoke.middle().x() > 0 ? 1 : 0;
      }
      assertEquals(count / 2, left);
      java.util.Arrays.sort(angles);
      for (int i = 1; i < count; i++) {
        assertEquals(2 * Math.PI / count, angles[i] - angles[i - 1], 0.02);
      }
    }
  }

  private static double end(Piece spoke, Vec axle, boolean outer) {
    var radii = spoke.corners().stream().mapToDouble(p -> radius(p, axle));
    return outer ? radii.max().getAsDouble() : radii.min().getAsDouble();
  }

  /** Frame and fork reach the ends of both axles, on both sides. */
  private static void hubsSitInTheDropouts(Bicycle bike) {
    for (Joint wheel : WHEELS) {
      boolean rear = wheel == Joint.REAR_WHEEL;
      List<Vec> frame =
          bike.of(rear ? Slot.FRAME : Slot.FORK, rear ? Joint.BIKE : Joint.STEERER)
              .flatMap(p -> p.corners().stream())
              .toList();
      double widest =
          bike.of(Slot.METAL, wheel)
              .flatMap(p -> p.corners().stream())
              .filter(p -> radius(p, bike.axle(wheel)) < 0.01)
              .mapToDouble(Vec::x)
              .max()
              .getAsDouble();
      for (double side : new double[] {1, -1}) {
        Vec end = bike.axle(wheel).plus(side * widest, 0, 0);
        double off = frame.stream().mapToDouble(p -> p.distance(end)).min().getAsDouble();
        assertTrue(off < 0.055, wheel.label() + " hangs " + off + " from its frame");
        double aside =
            frame.stream()
                .filter(p -> p.x() * side > 0)
                .mapToDouble(p -> radius(p, bike.axle(wheel)))
                .min()
                .getAsDouble();
        assertTrue(aside < 0.016, "the dropout is " + aside + " from the axle");
      }
    }
  }

  /** No tube of frame, fork or bar within the tyre's torus. */
  private static void tyresTouchNothing(Bicycle bike) {
    for (Piece piece : bike.pieces) {
      boolean tube = piece.slot() == Slot.FRAME || piece.slot() == Slot.FORK;
      for (Vec p : tube ? piece.corners() : List.<Vec>of()) {
        for (Joint wheel : WHEELS) {
          double out = radius(p, bike.axle(wheel)) - (bike.at.radius - bike.at.tyre);
          double clear = Math.hypot(out, p.x()) - bike.at.tyre;
          assertTrue(clear > 0, piece.slot() + " " + -clear + " deep in the " + wheel.label());
        }
      }
    }
  }

  /**
   * An open belt about two pulleys: 2 sqrt(c^2 - (a - b)^2) + pi (a + b) + 2 (a - b) asin((a - b) /
   * c), in the plane of the chainring and of the sprocket it runs on. Its length is its volume by
   * its section, of five sides.
   */
  private static void theChainIsAsLongAsABelt(Bicycle bike) {
    if (Words.is(bike.genome, "chain", "case")) {
      return;
    }
    double a = bike.genome.gene("teeth") * 0.0127 / (2 * Math.PI);
    double b = 0.036;
    double c = bike.at.bottomBracket.distance(bike.at.rearAxle);
    double belt =
        2 * Math.sqrt(c * c - (a - b) * (a - b))
            + Math.PI * (a + b)
            + 2 * (a - b) * Math.asin((a - b) / c);
    Piece chain =
        bike.of(Slot.BLACK, Joint.BIKE)
            .filter(p -> p.corners().stream().anyMatch(v -> v.y() > bike.at.rearAxle.y() + 0.03))
            .filter(p -> p.corners().size() == 5 * 26)
            .findAny()
            .orElseThrow();
    double section = 2.5 * 0.0048 * 0.0048 * Math.sin(2 * Math.PI / 5);
    assertEquals(belt, chain.volume() / section, 0.006 * belt);
    double line = chain.middle().x();
    assertTrue(line < -0.03, "the chain is on the right");
    for (Joint turning : List.of(Joint.CRANK, Joint.REAR_WHEEL)) {
      double off =
          bike.pieces.stream()
              .filter(p -> p.joint() == turning && p.corners().size() >= 40)
              .mapToDouble(p -> Math.abs(p.middle().x() - line))
              .min()
              .getAsDouble();
      assertTrue(off < 0.006, turning.label() + " is " + off + " off the chain line");
    }
  }

  /** The pedals are half a turn apart, level, each as far out as the other. */
  private static void cranksAreOpposite(Bicycle bike) {
    Vec[] pedals = new Vec[2];
    for (int i = 0; i < 2; i++) {
      Joint joint = i == 0 ? Joint.LEFT_PEDAL : Joint.RIGHT_PEDAL;
      pedals[i] = bike.of(Slot.BLACK, joint).findAny().orElseThrow().middle();
      assertEquals(
          bike.genome.gene("crank"), radius(pedals[i], bike.at.bottomBracket), 0.002, "crank");
    }
    Vec middle = pedals[0].towards(pedals[1], 0.5);
    assertEquals(0, middle.distance(bike.at.bottomBracket), 0.002);
    assertEquals(0.25, pedals[0].x() - pedals[1].x(), 0.02, "as wide as a stance");
  }
}
