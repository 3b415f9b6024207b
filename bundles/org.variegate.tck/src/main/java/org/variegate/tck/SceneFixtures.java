package org.variegate.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.scene.Camera;
import org.variegate.scene.Instance;
import org.variegate.scene.Keypoint;
import org.variegate.scene.Material;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Skeleton;
import org.variegate.scene.Studio;
import org.variegate.scene.Truth;
import org.variegate.scene.View;
import org.variegate.scene.shape.Shapes;

/**
 * Samples of small scenes: an upright box of class {@code cat} (instance 1) on the ground (2), one
 * of class {@code dog} (3) that reaches out of the picture, and one without a class (4) before the
 * cat. Each has a keypoint on each face. Classes are {@code bird}, {@code cat} and {@code dog}.
 */
public final class SceneFixtures {
  private static final double FIELD_OF_VIEW = 0.6;

  /** Half the boxes' edges, in m. */
  private static final float[] HALF = {0.2f, 0.4f, 0.3f};

  private SceneFixtures() {}

  /**
   * A scene, and its picture by ray casting: IMAGE in linear light, VIEW, INSTANCES and DEPTH.
   *
   * @param width of the picture in pixels
   * @param height of the picture in pixels
   * @return the fixture
   */
  public static Fixture picture(int width, int height) {
    return new Fixture(
        "a picture of " + width + " x " + height, sample -> put(sample, width, height));
  }

  /**
   * The same with TRUTH, as the annotators of boxes and keypoints tell it; the loose box is the
   * tight one, and every keypoint is visible.
   *
   * @param width of the picture in pixels
   * @param height of the picture in pixels
   * @return the fixture
   */
  public static Fixture annotated(int width, int height) {
    return new Fixture(
        "an annotated picture of " + width + " x " + height,
        sample -> {
          put(sample, width, height);
          Truth.tell(sample, sighting -> truth(sample, sighting));
        });
  }

  private static Map<String, Object> truth(Sample sample, View.Sighting sighting) {
    LabelMap labels = sample.get(View.INSTANCES);
    int width = labels.grid().nx();
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
    long area = 0;
    for (int i = 0; i < labels.grid().size(); i++) {
      if (labels.place(i) == sighting.instance()) {
        area++;
        box[0] = Math.min(box[0], i % width);
        box[1] = Math.min(box[1], i / width);
        box[2] = Math.max(box[2], i % width + 1);
        box[3] = Math.max(box[3], i / width + 1);
      }
    }
    double[] tight =
        area == 0 ? new double[4] : new double[] {box[0], box[1], box[2] - box[0], box[3] - box[1]};
    Map<String, Object> keypoints = new TreeMap<>();
    Camera camera = sample.get(View.VIEW).camera();
    Instance instance = sample.get(Scene.SCENE).instances().get(sighting.instance() - 1);
    instance
        .keypoints()
        .forEach(
            (name, place) -> {
              double[] seen = camera.project(place, width, labels.grid().ny());
              keypoints.put(name, new double[] {seen[0], seen[1], 2});
            });
    Matrix4f toCamera = new Matrix4f(camera.toWorld());
    toCamera.invert();
    Point3f centre = new Point3f(instance.placement().m03, HALF[1], instance.placement().m23);
    toCamera.transform(centre);
    double[] axes = {
      toCamera.m00,
      toCamera.m10,
      toCamera.m20,
      toCamera.m01,
      toCamera.m11,
      toCamera.m21,
      toCamera.m02,
      toCamera.m12,
      toCamera.m22
    };
    Map<String, Object> box3d =
        Map.of(
            "centre",
            new double[] {centre.x, centre.y, centre.z},
            "size",
            new double[] {2 * HALF[0], 2 * HALF[1], 2 * HALF[2]},
            "axes",
            axes);
    return Map.of(
        "box", tight,
        "area", area,
        "looseBox", tight,
        "visible", sighting.visibleFraction(),
        "truncated", sighting.outside(),
        "keypoints", keypoints,
        "box3d", box3d);
  }

  /** The scene alone, without a picture. */
  public static Scene scene() {
    Scene scene = Studio.of(box(1, "cat", Role.SUBJECT, 0, 0));
    scene.add(box(3, "dog", Role.SUBJECT, 1.4f, -0.6f));
    scene.add(box(4, "box", Role.OCCLUDER, 0.1f, 1.1f));
    scene.classes(List.of("bird", "cat", "dog"));
    Point3f eye = new Point3f(0.9f, 1.2f, 3);
    scene.camera(Camera.lookAt(eye, new Point3f(0.1f, 0.4f, 0), 0.1, FIELD_OF_VIEW));
    return scene;
  }

  private static Instance box(int id, String category, Role role, float x, float z) {
    List<Keypoint> keypoints = new ArrayList<>();
    String[] names = {"left", "right", "top", "bottom", "front", "back"};
    for (int i = 0; i < 6; i++) {
      float[] place = new float[3];
      place[i / 2] = HALF[i / 2] * (i % 2 == 0 ? 1 : -1);
      keypoints.add(new Keypoint(names[i], -1, new Point3f(place)));
    }
    Material material = Material.plain("paint", new Rgb(0.6f, 0.3f, 0.2f), 0.5f);
    Model model =
        new Model(
            "box",
            Shapes.box(2 * HALF[0], 2 * HALF[1], 2 * HALF[2], 0),
            List.of(material),
            Skeleton.NONE,
            List.of(),
            keypoints);
    Matrix4f placement = new Matrix4f();
    placement.setIdentity();
    placement.setTranslation(new Vector3f(x, HALF[1], z));
    return new Instance(id, category, role, model).withPlacement(placement);
  }

  private static void put(Sample sample, int width, int height) {
    Scene scene = scene();
    Grid grid = new Grid(width, height, 1, Affine.IDENTITY);
    Caster caster = new Caster(scene, width, height);
    float[] image = new float[3 * grid.size()];
    float[] depth = new float[grid.size()];
    byte[] places = new byte[grid.size()];
    for (int i = 0; i < depth.length; i++) {
      caster.cast(i % width, i / width, scene.instances());
      places[i] = (byte) caster.hit;
      depth[i] = caster.hit == 0 ? 0 : caster.depth;
      for (int c = 0; c < 3; c++) {
        image[i + c * depth.length] = (caster.hit * 7 + c * 3) % 11 / 10f + 0.01f * (i % width);
      }
    }
    sample.put(Scene.SCENE, scene);
    sample.put(Part.IMAGE, new Raster(grid, 3, "linear", image));
    sample.put(View.VIEW, new View(scene.camera(), width, height, caster.sightings()));
    sample.put(View.INSTANCES, LabelMap.of(grid, legend(scene), places));
    sample.put(View.DEPTH, new Raster(grid, 1, "m", depth));
  }

  private static Legend legend(Scene scene) {
    List<Label> labels = new ArrayList<>();
    labels.add(new Label(0, "sky", "sky", 0, 0));
    for (Instance instance : scene.instances()) {
      int number = scene.classes().indexOf(instance.category()) + 1;
      int id = instance.id();
      labels.add(new Label(id, instance.category() + " " + id, instance.category(), id, number));
    }
    return new Legend(labels);
  }

  /** Finds what is seen through the middle of a pixel. */
  private static final class Caster {
    private final Scene scene;
    private final int width;
    private final int height;
    private int hit;
    private float depth;

    Caster(Scene scene, int width, int height) {
      this.scene = scene;
      this.width = width;
      this.height = height;
    }

    void cast(int column, int row, List<Instance> among) {
      double focal = scene.camera().focalLength(height);
      Vector3f ray =
          new Vector3f(
              (float) ((column + 0.5 - width / 2.0) / focal),
              (float) ((height / 2.0 - row - 0.5) / focal),
              -1);
      scene.camera().toWorld().transform(ray);
      Point3f eye = scene.camera().eye();
      hit = 0;
      depth = Float.POSITIVE_INFINITY;
      for (Instance instance : among) {
        float at = instance.role() == Role.GROUND ? -eye.y / ray.y : entry(instance, eye, ray);
        if (at > 0 && at < depth) {
          depth = at;
          hit = instance.id();
        }
      }
    }

    private static float entry(Instance box, Point3f eye, Vector3f ray) {
      float[] from = {
        eye.x - box.placement().m03, eye.y - box.placement().m13, eye.z - box.placement().m23
      };
      float[] along = {ray.x, ray.y, ray.z};
      float in = Float.NEGATIVE_INFINITY;
      float out = Float.POSITIVE_INFINITY;
      for (int axis = 0; axis < 3; axis++) {
        float a = (-HALF[axis] - from[axis]) / along[axis];
        float b = (HALF[axis] - from[axis]) / along[axis];
        in = Math.max(in, Math.min(a, b));
        out = Math.min(out, Math.max(a, b));
      }
      return in <= out ? in : -1;
    }

    List<View.Sighting> sightings() {
      List<View.Sighting> sightings = new ArrayList<>();
      for (Instance instance : scene.instances()) {
        if (instance.role() == Role.SUBJECT) {
          sightings.add(sighting(instance));
        }
      }
      return sightings;
    }

    private View.Sighting sighting(Instance instance) {
      long visible = 0;
      long alone = 0;
      long all = 0;
      for (int y = -height; y < 2 * height; y++) {
        for (int x = -width; x < 2 * width; x++) {
          cast(x, y, List.of(instance));
          if (hit != 0) {
            all++;
            if (x >= 0 && x < width && y >= 0 && y < height) {
              alone++;
              cast(x, y, scene.instances());
              visible += hit == instance.id() ? 1 : 0;
            }
          }
        }
      }
      double outside = all == 0 ? 1 : 1 - (double) alone / all;
      return new View.Sighting(instance.id(), instance.category(), visible, alone, outside);
    }
  }
}
