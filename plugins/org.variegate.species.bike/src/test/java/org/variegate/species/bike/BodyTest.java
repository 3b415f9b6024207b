package org.variegate.species.bike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.variegate.scene.Genome;

class BodyTest {
  static List<Genome> all() {
    return Bikes.all();
  }

  private static Point3f end(Matrix4f bone, double length) {
    Point3f end = new Point3f(0, (float) length, 0);
    bone.transform(end);
    return end;
  }

  private static Point3f start(Matrix4f bone) {
    return end(bone, 0);
  }

  @ParameterizedTest
  @MethodSource("all")
  void limbsHangTogetherAllTheWayRound(Genome genome) {
    Layout at = new Layout(genome);
    Body body = new Body(at);
    for (int i = 0; i < 12; i++) {
      Stance stance = new Stance(0, 0.1 * (i % 3 - 1), 0, 2 * Math.PI * i / 12, false, 0);
      Map<Joint, Matrix4f> bones = body.bones(stance);
      for (Joint hip : List.of(Joint.LEFT_THIGH, Joint.RIGHT_THIGH)) {
        Matrix4f shank = bones.get(Joint.values()[hip.ordinal() + 1]);
        Matrix4f foot = bones.get(Joint.values()[hip.ordinal() + 2]);
        assertEquals(0, end(bones.get(hip), body.thigh).distance(start(shank)), 0.002);
        assertEquals(0, end(shank, body.shank).distance(start(foot)), 0.01);
      }
      for (Joint shoulder : List.of(Joint.LEFT_UPPER_ARM, Joint.RIGHT_UPPER_ARM)) {
        Matrix4f lower = bones.get(Joint.values()[shoulder.ordinal() + 1]);
        assertEquals(0, end(bones.get(shoulder), body.upperArm).distance(start(lower)), 0.002);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void handsReachTheBar(Genome genome) {
    Layout at = new Layout(genome);
    Body body = new Body(at);
    Vec hand = new Bar(at).hand();
    Matrix4f forearm = body.bones(Stance.REST).get(Joint.LEFT_FOREARM);
    Point3f end = end(forearm, body.forearm);
    double missed = new Vec(end.x, end.y, end.z).distance(hand);
    assertTrue(missed < 0.05, "missed by " + missed);
  }

  @ParameterizedTest
  @MethodSource("all")
  void ridersAreOfHumanSize(Genome genome) {
    Body body = new Body(new Layout(genome));
    double least = genome.breed().equals("child") ? 0.95 : 1.3;
    assertTrue(body.stature >= least && body.stature < 2.02, "" + body.stature);
  }

  @Test
  void twoBonesMeet() {
    Vec from = new Vec(0, 1, 0);
    Vec to = new Vec(0.1, 0.4, 0.3);
    Vec knee = Body.joint(from, to, 0.4, 0.42, new Vec(0, 0, 1));
    assertEquals(0.4, knee.distance(from), 1e-12);
    assertEquals(0.42, knee.distance(to), 1e-12);
    assertTrue(knee.z() > 0.15);
  }
}
