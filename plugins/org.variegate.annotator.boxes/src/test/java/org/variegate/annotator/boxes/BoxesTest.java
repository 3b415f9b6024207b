package org.variegate.annotator.boxes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.variegate.api.Annotator;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.volume.LabelMap;
import org.variegate.scene.Camera;
import org.variegate.scene.Truth;
import org.variegate.scene.View;
import org.variegate.tck.AnnotatorContract;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.SceneFixtures;

class BoxesTest implements AnnotatorContract {

  @Override
  public Annotator stage() {
    return new Boxes(Options.of(Boxes.Config.class));
  }

  @Override
  public List<Fixture> samples() {
    return List.of(SceneFixtures.picture(40, 30), SceneFixtures.picture(17, 31));
  }

  private List<Map<String, Object>> told(Sample sample) {
    stage().annotate(sample);
    return sample.get(Truth.TRUTH).objects();
  }

  private static double[] bounds(LabelMap labels, int id) {
    int width = labels.grid().nx();
    double[] box = {1e9, 1e9, -1, -1};
    for (int i = 0; i < labels.grid().size(); i++) {
      if (labels.legend().labels().get(labels.place(i)).id() == id) {
        box[0] = Math.min(box[0], i % width);
        box[1] = Math.min(box[1], i / width);
        box[2] = Math.max(box[2], i % width + 1);
        box[3] = Math.max(box[3], i / width + 1);
      }
    }
    boolean some = box[2] > 0;
    return some ? new double[] {box[0], box[1], box[2] - box[0], box[3] - box[1]} : new double[4];
  }

  private static double[] doubles(Map<String, Object> object, String key) {
    return (double[]) object.get(key);
  }

  @Test
  void theTightBoxIsTheBoundsOfThePixels() {
    for (Fixture fixture : samples()) {
      Sample sample = fixture.open();
      List<Map<String, Object>> objects = told(sample);
      assertEquals(List.of("cat", "dog"), objects.stream().map(o -> o.get("class")).toList());
      assertEquals(List.of(2, 3), objects.stream().map(o -> o.get("number")).toList());
      for (Map<String, Object> object : objects) {
        LabelMap labels = sample.get(View.INSTANCES);
        double[] wanted = bounds(labels, (int) object.get("id"));
        assertArrayEquals(wanted, doubles(object, "box"));
        if ((long) object.get("area") == 0) {
          continue;
        }
        double[] loose = doubles(object, "looseBox");
        assertTrue(loose[0] <= wanted[0] + 0.5 && loose[1] <= wanted[1] + 0.5);
        assertTrue(loose[0] + loose[2] >= wanted[0] + wanted[2] - 0.5);
        assertTrue(loose[1] + loose[3] >= wanted[1] + wanted[3] - 0.5);
      }
    }
  }

  @Test
  void fractionsAreThoseOfTheSighting() {
    Sample sample = SceneFixtures.picture(80, 60).open();
    List<Map<String, Object>> objects = told(sample);
    List<View.Sighting> sightings = sample.get(View.VIEW).sightings();
    for (int i = 0; i < 2; i++) {
      assertEquals(sightings.get(i).visibleFraction(), objects.get(i).get("visible"));
      assertEquals(sightings.get(i).outside(), (double) objects.get(i).get("truncated"), 1e-12);
      assertEquals(sightings.get(i).visible(), objects.get(i).get("area"));
    }
    double hidden = 1 - (double) objects.get(0).get("visible");
    assertTrue(hidden > 0.1 && hidden < 0.9, "the cat is partly hidden, " + hidden);
    double cut = (double) objects.get(1).get("truncated");
    assertTrue(cut > 0.1 && cut < 0.9, "the dog is partly outside, " + cut);
  }

  @Test
  void theBoxInSpaceIsSeenWhereTheLooseBoxIs() {
    Sample sample = SceneFixtures.picture(80, 60).open();
    Camera camera = sample.get(View.VIEW).camera();
    double focal = camera.focalLength(60);
    for (Map<String, Object> object : told(sample)) {
      Map<?, ?> box = (Map<?, ?>) object.get("box3d");
      double[] centre = (double[]) box.get("centre");
      double[] size = (double[]) box.get("size");
      double[] axes = (double[]) box.get("axes");
      assertArrayEquals(new double[] {0.4, 0.8, 0.6}, size, 1e-6);
      double[] seen = {1e9, 1e9, -1e9, -1e9};
      for (int corner = 0; corner < 8; corner++) {
        double[] p = centre.clone();
        for (int i = 0; i < 9; i++) {
          p[i % 3] += axes[i] * size[i / 3] * ((corner >> i / 3 & 1) - 0.5);
        }
        double x = 40 - focal * p[0] / p[2];
        double y = 30 + focal * p[1] / p[2];
        seen =
            new double[] {
              Math.min(seen[0], x), Math.min(seen[1], y), Math.max(seen[2], x), Math.max(seen[3], y)
            };
      }
      assertArrayEquals(
          new double[] {seen[0], seen[1], seen[2] - seen[0], seen[3] - seen[1]},
          doubles(object, "looseBox"),
          1e-3);
    }
  }

  @Test
  void boxesMoveWithTheSample() {
    List<Map<String, Object>> before = told(SceneFixtures.picture(80, 60).open());
    Sample sample = SceneFixtures.picture(80, 60).open();
    double[] cat = doubles(before.get(0), "box");
    int middle = (int) (cat[0] + cat[2] / 2);
    sample.regrid(sample.grid().crop(middle, 0, 0, 80 - middle, 60, 1));
    List<Map<String, Object>> after = told(sample);
    double[] box = doubles(after.get(0), "box");
    assertArrayEquals(bounds(sample.get(View.INSTANCES), 1), box);
    assertEquals(0, box[0]);
    double loose = doubles(before.get(0), "looseBox")[0] - middle;
    assertEquals(loose, doubles(after.get(0), "looseBox")[0], 1e-5);
    double kept = (double) (long) after.get(0).get("area") / (long) before.get(0).get("area");
    double cut = (double) before.get(0).get("truncated");
    assertEquals(1 - (1 - cut) * kept, (double) after.get(0).get("truncated"), 1e-9);
  }

  @Test
  void anotherScaleCutsNothingOff() {
    Sample sample = SceneFixtures.picture(80, 60).open();
    double cut = sample.get(View.VIEW).sightings().get(1).outside();
    sample.regrid(
        new org.variegate.api.space.Grid(
            40, 30, 1, Affine.of(2, 0, 0, 0.5, 0, 2, 0, 0.5, 0, 0, 1, 0)));
    assertEquals(cut, (double) told(sample).get(1).get("truncated"), 0.03);
  }

  @Test
  void whatIsNotSeenHasNoBox() {
    Sample sample = SceneFixtures.picture(80, 60).open();
    sample.regrid(sample.grid().crop(0, 0, 0, 3, 3, 1));
    Map<String, Object> cat = told(sample).get(0);
    assertArrayEquals(new double[4], doubles(cat, "box"));
    assertEquals(0L, cat.get("area"));
    assertEquals(1.0, cat.get("truncated"));
  }

  @Test
  void behindTheCameraThereIsNoLooseBox() {
    Sample sample = SceneFixtures.picture(8, 6).open();
    View view = sample.get(View.VIEW);
    javax.vecmath.Point3f inside = new javax.vecmath.Point3f(0, 0.4f, 0);
    Camera camera = Camera.lookAt(inside, new javax.vecmath.Point3f(0, 0.4f, -1), 0, 1);
    sample.put(View.VIEW, new View(camera, 8, 6, view.sightings()));
    assertNull(told(sample).get(0).get("looseBox"));
  }
}
