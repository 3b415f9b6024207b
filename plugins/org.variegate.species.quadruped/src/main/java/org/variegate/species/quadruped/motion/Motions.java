package org.variegate.species.quadruped.motion;

import java.util.List;
import java.util.function.BiConsumer;
import org.variegate.draws.Draws;
import org.variegate.scene.Motion;
import org.variegate.scene.Pose;
import org.variegate.species.quadruped.anatomy.Anatomy;
import org.variegate.species.quadruped.grow.Growth;

/** What quadrupeds do. */
public final class Motions {
  private record Procedure(
      String name, Anatomy anatomy, double scale, BiConsumer<Body, Draws> poser) implements Motion {
    @Override
    public Pose pose(Draws draws) {
      Body body = new Body(anatomy, scale);
      poser.accept(body, draws);
      return body.rig.pose();
    }
  }

  private Motions() {}

  /** The motions of an animal. */
  public static List<Motion> of(Growth growth) {
    return List.of(
        of("stand", growth, Poses::stand),
        of("sit", growth, Poses::sit),
        of("lie", growth, Poses::lie),
        of("sleep", growth, Poses::sleep),
        of("sprawl", growth, Poses::sprawl),
        of("walk", growth, Gaits::walk),
        of("trot", growth, Gaits::trot),
        of("run", growth, Gaits::run),
        of("look", growth, Poses::look),
        of(growth.anatomy().traits().cat() ? "stretch" : "play-bow", growth, Poses::bow),
        of("paw", growth, Poses::paw),
        of("crouch", growth, Poses::crouch));
  }

  private static Motion of(String name, Growth growth, BiConsumer<Body, Draws> poser) {
    return new Procedure(name, growth.anatomy(), growth.scale(), poser);
  }
}
