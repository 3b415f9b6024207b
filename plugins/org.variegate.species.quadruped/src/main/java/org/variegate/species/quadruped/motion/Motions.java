package org.variegate.species.quadruped.motion;

import java.util.List;
import java.util.function.BiConsumer;
import org.variegate.draws.Draws;
import org.variegate.draws.RepeatedDraws;
import org.variegate.scene.Course;
import org.variegate.scene.Motion;
import org.variegate.scene.Pose;
import org.variegate.species.quadruped.anatomy.Anatomy;
import org.variegate.species.quadruped.grow.Growth;

/** What quadrupeds do. */
public final class Motions {
  private record Procedure(
      String name, double frequency, Anatomy anatomy, double scale, BiConsumer<Body, Draws> poser)
      implements Motion {
    @Override
    public Pose pose(Draws draws) {
      return at(draws, 0);
    }

    @Override
    public Course course(Draws draws) {
      Draws same = new RepeatedDraws(draws);
      at(same, 0);
      return seconds -> at(same, seconds);
    }

    private Pose at(Draws draws, double seconds) {
      Body body = new Body(anatomy, scale, seconds);
      poser.accept(body, draws);
      return body.rig.pose();
    }
  }

  private Motions() {}

  /** The motions of an animal. */
  public static List<Motion> of(Growth growth) {
    boolean cat = growth.anatomy().traits().cat();
    return List.of(
        of("stand", cat ? 4 : 6, growth, Poses::stand),
        of("sit", cat ? 7 : 6, growth, Poses::sit),
        of("lie", cat ? 6 : 4, growth, Poses::lie),
        of("sleep", 1, growth, Poses::sleep),
        of("sprawl", 1, growth, Poses::sprawl),
        of("walk", 3, growth, Gaits::walk),
        of("trot", 1, growth, Gaits::trot),
        of("run", 1, growth, Gaits::run),
        of("look", 4, growth, Poses::look),
        of(cat ? "stretch" : "play-bow", 1, growth, Poses::bow),
        of("paw", 1, growth, Poses::paw),
        of("crouch", 1, growth, Poses::crouch));
  }

  private static Motion of(
      String name, double frequency, Growth growth, BiConsumer<Body, Draws> poser) {
    return new Procedure(name, frequency, growth.anatomy(), growth.scale(), poser);
  }
}
