package org.variegate.species.car;

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
import org.variegate.scene.Species;
import org.variegate.scene.genome.Breeds;
import org.variegate.scene.shape.Assembly;

/** Cars of many types. */
@Component(property = Species.PROPERTY + "=car")
public final class CarSpecies implements Species {
  static final Breeds BREEDS = Breeds.of(CarSpecies.class, "car.breeds", Words.ALL);

  @Override
  public Genome genome(Draws draws) {
    return BREEDS.draw(draws);
  }

  @Override
  public Model grow(Genome genome) {
    Layout at = new Layout(genome);
    return new Model(
        genome.breed(),
        mesh(at),
        Finish.of(genome),
        Rig.skeleton(at),
        Rig.motions(at),
        keypoints(at));
  }

  @Override
  public Landmarks landmarks() {
    return Marks.ALL;
  }

  private static Mesh mesh(Layout at) {
    Assembly assembly = new Assembly();
    Parts car = new Parts(assembly, Joint.CAR);
    Body.build(at, car);
    Trim.build(at, car);
    for (Joint joint : Joint.values()) {
      if (joint != Joint.CAR) {
        Wheel.build(at, joint, car);
      }
    }
    return assembly.build();
  }

  private static List<Keypoint> keypoints(Layout at) {
    List<Keypoint> points = new ArrayList<>();
    for (Joint joint : Joint.values()) {
      if (joint != Joint.CAR) {
        points.add(new Keypoint(joint.label(), joint.ordinal(), point(at.wheel(joint), 1)));
      }
    }
    pair(points, "headlamp", at.lower(0.75, 0.5, 1));
    pair(points, "tail lamp", at.lower(0.75, 0.5, -1));
    pair(points, "mirror", at.mirror());
    pair(points, "front roof corner", at.upper(0.9, 0.97, 0.95));
    pair(points, "rear roof corner", at.upper(0.9, 0.97, -0.95));
    return points;
  }

  private static void pair(List<Keypoint> points, String name, double[] p) {
    points.add(new Keypoint("left " + name, 0, point(p, 1)));
    points.add(new Keypoint("right " + name, 0, point(p, -1)));
  }

  private static Point3f point(double[] p, int side) {
    return new Point3f((float) (side * p[0]), (float) p[1], (float) p[2]);
  }
}
