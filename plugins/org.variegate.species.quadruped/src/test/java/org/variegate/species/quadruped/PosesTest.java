package org.variegate.species.quadruped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.variegate.scene.Bounds;
import org.variegate.scene.Course;
import org.variegate.scene.Geometry;
import org.variegate.scene.Instance;
import org.variegate.scene.Model;
import org.variegate.scene.Motion;
import org.variegate.scene.Pose;
import org.variegate.scene.Role;
import org.variegate.tck.HeapArena;

class PosesTest {
  private static final Model CAT =
      new Cat().grow(new Cat().breeds().draw("tabby", GrowthTest.draws(3)));
  private static final Model DOG =
      new Dog().grow(new Dog().breeds().draw("labrador", GrowthTest.draws(4)));

  /** A model's motion. */
  record Case(String species, Model model, Motion motion) {
    @Override
    public String toString() {
      return species + " " + motion.name();
    }
  }

  static Stream<Case> all() {
    return Stream.concat(
        CAT.motions().stream().map(m -> new Case("cat", CAT, m)),
        DOG.motions().stream().map(m -> new Case("dog", DOG, m)));
  }

  private static Bounds bounds(Model model, Pose pose) {
    Matrix4f here = new Matrix4f();
    here.setIdentity();
    try (HeapArena arena = HeapArena.zeroed()) {
      return Geometry.of(model, pose, arena).bounds(here);
    }
  }

  private static float betweenEarTips(Instance dog) {
    return dog.keypoints().get("left ear tip").distance(dog.keypoints().get("right ear tip"));
  }

  @Test
  void sleepingDogsSpreadTheirEars() {
    Instance dog = new Instance(1, "dog", Role.SUBJECT, DOG);
    Motion sleep =
        DOG.motions().stream().filter(m -> m.name().equals("sleep")).findFirst().orElseThrow();
    Instance asleep = dog.withPose(sleep.pose(GrowthTest.draws(7)));
    assertTrue(betweenEarTips(asleep) > 1.15f * betweenEarTips(dog));
  }

  /** The stage that poses puts the lowest vertex on the ground; it has little to do. */
  @ParameterizedTest
  @MethodSource("all")
  void standsNearTheGround(Case c) {
    double height = bounds(c.model, c.model.skeleton().restPose()).height();
    for (int k = 0; k < 12; k++) {
      Bounds b = bounds(c.model, c.motion.pose(GrowthTest.draws(100 + k)));
      double slack = c.motion.name().equals("sprawl") ? 0.25 : 0.12;
      assertEquals(0, b.lower().y, slack * height, "sample " + k);
      assertTrue(b.height() < 1.9 * height, "height of sample " + k);
      assertTrue(b.radius() < 1.7 * height, "radius of sample " + k);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void equalDrawsGiveEqualPoses(Case c) {
    Pose one = c.motion.pose(GrowthTest.draws(7));
    assertEquals(one.local(), c.motion.pose(GrowthTest.draws(7)).local());
  }

  private static Point3f keypoint(Model model, Motion motion, String name, int sample) {
    Instance instance =
        new Instance(1, "cat", Role.SUBJECT, model).withPose(motion.pose(GrowthTest.draws(sample)));
    return instance.keypoints().get(name);
  }

  private static Motion motion(Model model, String name) {
    return model.motions().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  /** The moment that was drawn is as without a course; what stays in place stays as it is. */
  @ParameterizedTest
  @MethodSource("all")
  void coursesBeginAtThePose(Case c) {
    Course course = c.motion.course(GrowthTest.draws(7));
    Pose start = c.motion.pose(GrowthTest.draws(7));
    assertEquals(start.local(), course.at(0).local());
    boolean goes = List.of("walk", "trot", "run").contains(c.motion.name());
    assertEquals(!goes, start.local().equals(course.at(0.04).local()));
  }

  /** Toes on the ground stay there while the trunk goes on, by 0.1 to 8 m/s. */
  @Test
  void feetDoNotSlide() {
    for (String gait : List.of("walk", "trot")) {
      int held = 0;
      for (int k = 0; k < 8; k++) {
        Course course = motion(DOG, gait).course(GrowthTest.draws(k));
        Matrix4f[] now = DOG.skeleton().global(course.at(0));
        Matrix4f[] next = DOG.skeleton().global(course.at(0.02));
        double way = next[0].m23 - now[0].m23;
        assertTrue(way > 0.02 * 0.1 && way < 0.02 * 8, gait + " " + way / 0.02);
        for (String foot : List.of("left paw", "right toes")) {
          int toes = DOG.skeleton().place(foot);
          assertTrue(toes >= 0, DOG.skeleton().names().toString());
          held += Math.abs(next[toes].m23 - now[toes].m23) < 0.1 * way ? 1 : 0;
        }
      }
      assertTrue(held >= 5, gait + ": feet that hold " + held);
    }
  }

  @Test
  void headIsHigherWhereItShallBe() {
    float standing = keypoint(CAT, motion(CAT, "stand"), "nose", 5).y;
    float asleep = keypoint(CAT, motion(CAT, "sleep"), "nose", 5).y;
    assertTrue(asleep < 0.5 * standing, asleep + " of " + standing);
    float hips = keypoint(DOG, motion(DOG, "play-bow"), "tail base", 5).y;
    float withers = keypoint(DOG, motion(DOG, "play-bow"), "withers", 5).y;
    assertTrue(withers < hips);
    float sitting = keypoint(DOG, motion(DOG, "sit"), "tail base", 5).y;
    assertTrue(sitting < 0.4 * keypoint(DOG, motion(DOG, "stand"), "tail base", 5).y);
  }

  /** Yaw ~ N(0, 0.45): of 200 looks fewer than 60 or more than 140 to one side once in 10^8. */
  @Test
  void headsLookToBothSides() {
    int left = 0;
    for (int k = 0; k < 200; k++) {
      Point3f nose = keypoint(CAT, motion(CAT, "stand"), "nose", k);
      Point3f throat = keypoint(CAT, motion(CAT, "stand"), "throat", k);
      left += nose.x > throat.x ? 1 : 0;
    }
    assertTrue(left > 60 && left < 140, "to the left: " + left);
  }
}
