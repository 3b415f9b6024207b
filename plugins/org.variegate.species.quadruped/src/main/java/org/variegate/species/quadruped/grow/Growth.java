package org.variegate.species.quadruped.grow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.variegate.scene.Fur;
import org.variegate.scene.Genome;
import org.variegate.scene.Keypoint;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Motion;
import org.variegate.scene.Rgb;
import org.variegate.scene.Skeleton;
import org.variegate.species.quadruped.anatomy.Anatomy;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.anatomy.HeadFrame;
import org.variegate.species.quadruped.anatomy.Joints;
import org.variegate.species.quadruped.anatomy.Traits;
import org.variegate.species.quadruped.coat.Coat;
import org.variegate.species.quadruped.coat.Nose;
import org.variegate.species.quadruped.coat.Part;
import org.variegate.species.quadruped.field.Vec;
import org.variegate.species.quadruped.mesh.Mesher;
import org.variegate.species.quadruped.mesh.Surface;

/** Grows an individual: shape, skin, coat, face, skeleton. */
public final class Growth {
  private final Genome genome;
  private final Traits traits;
  private final Anatomy anatomy;
  private final Coat coat;
  private final double scale;

  public Growth(Genome genome, boolean cat) {
    this.genome = genome;
    traits = new Traits(genome, cat);
    anatomy = new Anatomy(traits);
    coat = new Coat(anatomy);
    double withers = anatomy.joints().at(Bone.CHEST).y() + 0.75 * traits.of("chest");
    scale = traits.height() / withers;
  }

  /**
   * The whole animal.
   *
   * @param mesh of this genome
   * @param motions what it can do, given its anatomy and the length of its unit in m
   */
  public Model model(Mesh mesh, Function<Growth, List<Motion>> motions) {
    return new Model(
        genome.breed(), mesh, materials(), skeleton(), motions.apply(this), keypoints());
  }

  /** Its shape and coat, which take nearly all of the time. */
  public Mesh mesh() {
    Parts parts = new Parts(scale);
    body(parts);
    new Ears(anatomy, coat).add(parts);
    Tufts.grow(parts, parts.vertices(), traits);
    new Face(anatomy, coat, parts).add();
    Collar.add(anatomy, parts);
    return parts.build();
  }

  public Anatomy anatomy() {
    return anatomy;
  }

  /** The length of the traits' unit in m. */
  public double scale() {
    return scale;
  }

  private void body(Parts parts) {
    Surface surface = surface();
    Skin skin = new Skin(anatomy.field());
    float[] p = surface.positions();
    float[] n = surface.normals();
    short[] four = new short[4];
    float[] shares = new float[4];
    double[] rgb = new double[3];
    for (int i = 0; i < p.length; i += 3) {
      Vec at = new Vec(p[i], p[i + 1], p[i + 2]);
      Vec normal = new Vec(n[i], n[i + 1], n[i + 2]);
      skin.at(at.x(), at.y(), at.z());
      skin.weights(four, shares);
      coat.at(Part.BODY, at.x(), at.y(), at.z());
      coat.color(rgb);
      parts.vertex(at, normal);
      parts
          .color(rgb)
          .occlusion(skin.occlusion(at.x(), at.y(), at.z(), normal))
          .fur(coat.fur(), coat.comb(skin.comb()))
          .bones(four, shares);
    }
    int[] t = surface.triangles();
    for (int i = 0; i < t.length; i += 3) {
      parts.triangle(Slot.COAT, t[i], t[i + 1], t[i + 2]);
    }
  }

  /** The skin in the traits' units: finest about the face, finer at legs than on the trunk. */
  Surface surface() {
    HeadFrame head = anatomy.head();
    double r = head.radius();
    double low = anatomy.joints().at(Bone.PELVIS).y();
    double cell = Math.max(0.024, Math.min(0.0285, 0.1575 * r));
    double size = 256 * cell;
    double tail = anatomy.joints().at(Bone.TAIL_2).z();
    boolean thin = traits.of("tailWidth") < 1.8 * cell;
    return Mesher.surface(
        anatomy.field(),
        new Vec(-size / 2, -size / 4, -size / 2 + 0.35),
        size,
        (x, y, z, edge) -> {
          Vec h = head.of(new Vec(x, y, z));
          double side = Math.abs(h.x());
          boolean face = h.z() > 0.3 && side < 0.95 && h.y() > -0.95 && h.y() < 0.5;
          boolean skull = h.z() > -0.5 && h.y() > -0.9 && side < 1.2;
          boolean tip = z < tail && thin;
          double largest = face ? cell / 2 : skull || tip || y < 0.1 * low ? cell : 2 * cell;
          return edge > 1.01 * largest;
        });
  }

  private List<Material> materials() {
    boolean bald = traits.gene("fur") < 0.004;
    float curl = (float) traits.gene("curl");
    Fur fur =
        bald
            ? null
            : new Fur(
                (float) ((230 - 110 * curl) / scale), coat.roughness(), traits.index("seed") + 5);
    return List.of(
        Material.plain("coat", Rgb.WHITE, bald ? .6f : .85f).withFur(fur),
        Material.plain("eye", Rgb.WHITE, .06f).withAlbedo(Textures.eye(traits)),
        Material.plain("nose", Rgb.WHITE, .4f).withAlbedo(Textures.nose(traits)),
        Material.plain("mouth", Rgb.WHITE, .35f).withTwoSided(true),
        Material.plain("whisker", new Rgb(.75f, .74f, .72f), .6f).withTwoSided(true),
        Material.plain("collar", Rgb.WHITE, .5f).withTwoSided(true));
  }

  private Skeleton skeleton() {
    List<String> names = new ArrayList<>();
    int[] parents = new int[Bone.COUNT];
    List<Matrix4f> rest = new ArrayList<>();
    List<Matrix4f> bind = new ArrayList<>();
    for (Bone bone : Bone.values()) {
      names.add(bone.label());
      Vec at = anatomy.joints().at(bone);
      Bone parent = bone.parent();
      parents[bone.ordinal()] = parent == null ? -1 : parent.ordinal();
      rest.add(shift(parent == null ? at : at.minus(anatomy.joints().at(parent))));
      bind.add(shift(at.times(-1)));
    }
    return new Skeleton(names, parents, rest, bind);
  }

  private Matrix4f shift(Vec v) {
    Matrix4f m = new Matrix4f();
    m.setIdentity();
    m.setTranslation(new Vector3f(metres(v)));
    return m;
  }

  private Point3f metres(Vec v) {
    return new Point3f((float) (v.x() * scale), (float) (v.y() * scale), (float) (v.z() * scale));
  }

  private List<Keypoint> keypoints() {
    List<Keypoint> points = new ArrayList<>();
    HeadFrame head = anatomy.head();
    Joints joints = anatomy.joints();
    double[] nose = Nose.place(traits);
    double[] noseRadii = Nose.radii(traits);
    double[] eye = Joints.eye(traits);
    double out = 0.9 * traits.of("eye");
    double chest = traits.of("chest");
    add(points, "nose", Bone.HEAD, head.at(nose[0] + noseRadii[0], 0, nose[1]));
    for (double side : new double[] {1, -1}) {
      boolean right = side < 0;
      String name = right ? "right " : "left ";
      add(
          points,
          name + "eye",
          Bone.HEAD,
          head.at(eye[0] + out, side * (eye[1] + .25 * out), eye[2]));
      Bone ear = right ? Bone.RIGHT_EAR : Bone.LEFT_EAR;
      add(points, name + "ear base", Bone.HEAD, joints.at(ear));
      Vec tip = new Ears(anatomy, coat).tip();
      add(points, name + "ear tip", ear, right ? tip.mirrored() : tip);
      add(points, name + "elbow", Bone.leg(false, right, 1), joints.at(Bone.leg(false, right, 1)));
      add(points, name + "fore paw", Bone.leg(false, right, 3), joints.toes(false, right));
      add(points, name + "knee", Bone.leg(true, right, 1), joints.at(Bone.leg(true, right, 1)));
      add(points, name + "hind paw", Bone.leg(true, right, 3), joints.toes(true, right));
    }
    add(points, "throat", Bone.NECK, head.at(0.1, 0, -0.95));
    add(points, "withers", Bone.BACK, joints.at(Bone.CHEST).plus(0, .9 * chest, -.05));
    add(points, "tail base", Bone.TAIL_1, joints.at(Bone.TAIL_1));
    add(points, "tail tip", Bone.TAIL_5, joints.tailTip());
    return points;
  }

  private void add(List<Keypoint> points, String name, Bone bone, Vec at) {
    points.add(new Keypoint(name, bone.ordinal(), metres(at)));
  }
}
