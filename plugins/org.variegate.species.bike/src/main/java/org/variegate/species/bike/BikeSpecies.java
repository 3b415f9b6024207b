package org.variegate.species.bike;

import java.util.ArrayList;
import java.util.List;
import javax.vecmath.Point3f;
import org.osgi.service.component.annotations.Component;
import org.variegate.draws.Draws;
import org.variegate.scene.Genome;
import org.variegate.scene.Keypoint;
import org.variegate.scene.Landmarks;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Motion;
import org.variegate.scene.Skeleton;
import org.variegate.scene.Species;
import org.variegate.scene.genome.Breeds;
import org.variegate.scene.shape.Assembly;

/** Bicycles of many types, and their riders. */
@Component(property = Species.PROPERTY + "=bike")
public final class BikeSpecies implements Species {
  static final Breeds BREEDS = Breeds.of(BikeSpecies.class, "bike.breeds", Words.ALL);

  @Override
  public Genome genome(Draws draws) {
    return BREEDS.draw(draws);
  }

  @Override
  public Model grow(Genome genome) {
    Layout at = new Layout(genome);
    boolean ridden = Words.has(genome, "rider");
    Body body = ridden ? new Body(at) : null;
    Rig rig = new Rig(at, body);
    Mesh mesh = mesh(at, body, rig);
    Skeleton skeleton = rig.skeleton();
    List<Motion> motions = Ways.of(at, rig, skeleton, mesh, ridden);
    return new Model(
        genome.breed(), mesh, Finish.of(genome), skeleton, motions, keypoints(at, body, rig));
  }

  @Override
  public Landmarks landmarks() {
    return Marks.ALL;
  }

  private static Mesh mesh(Layout at, Body body, Rig rig) {
    Assembly assembly = new Assembly();
    Parts bike = new Parts(assembly, Joint.BIKE);
    Frame.build(at, bike);
    Wheel.build(at, bike.on(Joint.REAR_WHEEL), true);
    Wheel.build(at, bike.on(Joint.FRONT_WHEEL), false);
    Cockpit.build(at, bike.on(Joint.STEERER));
    Drive.build(at, bike);
    Extras.build(at, bike);
    if (body != null) {
      Rider.build(at.genome, body, rig, bike);
    }
    return assembly.build();
  }

  private static List<Keypoint> keypoints(Layout at, Body body, Rig rig) {
    List<Keypoint> points = new ArrayList<>();
    Vec end = new Bar(at).end();
    point(points, "rear wheel", Joint.REAR_WHEEL, at.rearAxle);
    point(points, "front wheel", Joint.FRONT_WHEEL, at.frontAxle);
    point(points, "bottom bracket", Joint.BIKE, at.bottomBracket);
    point(points, "head tube", Joint.BIKE, at.headTop);
    point(points, "saddle", Joint.BIKE, at.saddle.plus(0, 0.065, 0));
    point(points, "left handlebar", Joint.STEERER, end);
    point(points, "right handlebar", Joint.STEERER, end.mirrored());
    point(points, "left pedal", Joint.LEFT_PEDAL, at.pedal(0, true));
    point(points, "right pedal", Joint.RIGHT_PEDAL, at.pedal(0, false));
    Joint head = body == null ? Joint.BIKE : Joint.NECK;
    points.add(new Keypoint("rider's face", head.ordinal(), face(body, rig)));
    return points;
  }

  /** Nowhere without a rider. */
  private static Point3f face(Body body, Rig rig) {
    if (body == null) {
      return new Point3f(Float.NaN, Float.NaN, Float.NaN);
    }
    Point3f face = new Point3f(0, (float) (0.22 * body.head), (float) (0.1 * body.head));
    rig.rest(Joint.NECK).transform(face);
    return face;
  }

  private static void point(List<Keypoint> points, String name, Joint joint, Vec at) {
    Point3f rest = new Point3f((float) at.x(), (float) at.y(), (float) at.z());
    points.add(new Keypoint(name, joint.ordinal(), rest));
  }
}
