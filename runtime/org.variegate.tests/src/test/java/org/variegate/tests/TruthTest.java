package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.tests.Frames.Frame;

/** What is told of 2,000 frames is what is in them. */
class TruthTest {
  private static final int SIDE = 64;
  private static final int FRAMES = 2000;
  private static final int GROUND = 2;

  private static final String RECIPE =
      """
      name: truth
      seed: 5
      samples: %d
      omit: %s
      source:
        breeds: {classes: [cat, dog], genomes: 8}
      stages:
        - pose: {}
        - camera: {}
        - occluder: {}
        - rgb: {width: 64, height: 64, shadows: 0}
        - boxes: {}
        - keypoints: {}
        - calibration: {}
      sink:
        folder: {directory: %s, format: png, masks: [instances, classes], arrays: [depth]}
      """;

  @TempDir static Path folder;

  private static Frames frames;
  private static Frames alone;

  @BeforeAll
  static void run() throws Exception {
    Variegate variegate = Variegate.inPlace(folder);
    frames = run(variegate, "all", "[]");
    alone = run(variegate, "alone", "[occluder]");
  }

  private static Frames run(Variegate variegate, String name, String omitted) throws Exception {
    variegate.recipe(name + ".yaml", String.format(RECIPE, FRAMES, omitted, name));
    Variegate.Result result = variegate.run("run", name + ".yaml", "--preview", "0");
    assertEquals(0, result.exitCode(), result.err());
    return new Frames(folder.resolve(name));
  }

  private interface Check {
    void of(Frame frame, JsonNode object);
  }

  private static String where(Frame frame, int pixel) {
    return "frame " + frame.index() + ", pixel " + pixel;
  }

  private static void everyObject(Check check) throws Exception {
    frames.forEach(frame -> frame.annotations().get("objects").forEach(o -> check.of(frame, o)));
  }

  private static double[] bounds(int[] mask, int id) {
    int[] box = {SIDE, SIDE, 0, 0};
    for (int i = 0; i < mask.length; i++) {
      if (mask[i] == id) {
        box[0] = Math.min(box[0], i % SIDE);
        box[1] = Math.min(box[1], i / SIDE);
        box[2] = Math.max(box[2], i % SIDE + 1);
        box[3] = Math.max(box[3], i / SIDE + 1);
      }
    }
    return box[2] == 0
        ? new double[4]
        : new double[] {box[0], box[1], box[2] - box[0], box[3] - box[1]};
  }

  private static long count(int[] mask, int id) {
    long count = 0;
    for (int value : mask) {
      count += value == id ? 1 : 0;
    }
    return count;
  }

  @Test
  void theTightBoxIsTheBoundsOfTheMask() throws Exception {
    everyObject(
        (frame, object) -> {
          int[] mask = frame.mask("instances");
          int id = object.get("id").intValue();
          assertArrayEquals(
              bounds(mask, id), Frames.doubles(object.get("box")), () -> "frame " + frame.index());
          assertEquals(
              count(mask, id), object.get("area").longValue(), () -> "frame " + frame.index());
        });
  }

  /** A class's pixels are those of its objects; what has no class has none. */
  @Test
  void masksAndObjectsTellTheSame() throws Exception {
    frames.forEach(
        frame -> {
          int[] numbers = new int[256];
          frame
              .annotations()
              .get("objects")
              .forEach(o -> numbers[o.get("id").intValue()] = o.get("number").intValue());
          int[] instances = frame.mask("instances");
          int[] classes = frame.mask("classes");
          for (int i = 0; i < instances.length; i++) {
            int pixel = i;
            assertEquals(numbers[instances[i]], classes[i], () -> where(frame, pixel));
          }
        });
  }

  /** Of n fair choices, the share of one class is beyond .5 +- 4.9 / (2 sqrt n) once in 10^6. */
  @Test
  void noClassIsDroppedOrMistaken() throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    int[] seen = new int[1];
    frames.forEach(
        frame -> {
          assertEquals(seen[0]++, frame.index());
          assertEquals(1, frame.annotations().get("objects").size());
          JsonNode object = frame.annotations().get("objects").get(0);
          String name = object.get("class").textValue();
          assertEquals(name.equals("cat") ? 1 : 2, object.get("number").intValue());
          counts.merge(name, 1, Integer::sum);
        });
    assertEquals(FRAMES, seen[0]);
    assertEquals(java.util.Set.of("cat", "dog"), counts.keySet());
    double share = (double) counts.get("cat") / FRAMES;
    assertEquals(0.5, share, 4.9 / (2 * Math.sqrt(FRAMES)));
  }

  /** Without the occluders, all other draws are the same, and the area is what would be seen. */
  @Test
  void theVisibleFractionIsThatOfARenderWithoutOccluders() throws Exception {
    Map<Long, Long> areas = new TreeMap<>();
    alone.forEach(frame -> areas.put(frame.index(), count(frame.mask("instances"), 1)));
    int[] hidden = new int[1];
    everyObject(
        (frame, object) -> {
          double visible = object.get("visible").doubleValue();
          assertTrue(visible >= 0 && visible <= 1, () -> "frame " + frame.index());
          double truncated = object.get("truncated").doubleValue();
          assertTrue(truncated >= 0 && truncated <= 1, () -> "frame " + frame.index());
          long area = areas.get(frame.index());
          double wanted = area == 0 ? 0 : (double) object.get("area").longValue() / area;
          assertEquals(wanted, visible, 1e-6, () -> "frame " + frame.index());
          hidden[0] += visible < 1 ? 1 : 0;
        });
    assertTrue(hidden[0] > FRAMES / 5, "occluders hide something in " + hidden[0] + " frames");
  }

  /** A ground pixel's depth lies between those of the rays through its corners. */
  @Test
  void depthIsThatOfRaysToTheGround() throws Exception {
    long[] pixels = new long[1];
    frames.forEach(
        frame -> {
          Rays rays = Rays.of(frame.annotations().get("camera"));
          int[] mask = frame.mask("instances");
          float[] depth = frame.array("depth");
          for (int i = 0; i < mask.length; i++) {
            int pixel = i;
            double[] range = mask[i] == GROUND ? rays.ground(i % SIDE, i / SIDE) : null;
            if (range != null) {
              pixels[0]++;
              assertTrue(
                  depth[i] >= range[0] * 0.9999 && depth[i] <= range[1] * 1.0001,
                  () -> where(frame, pixel) + " of " + range[0] + ", " + range[1]);
            }
            assertEquals(mask[i] == 0, depth[i] == 0, () -> where(frame, pixel));
          }
        });
    assertTrue(pixels[0] > 500L * FRAMES);
  }

  @Test
  void theObjectIsWithinItsBoxInSpace() throws Exception {
    everyObject(
        (frame, object) -> {
          double[] centre = Frames.doubles(object.get("box3d").get("centre"));
          double[] size = Frames.doubles(object.get("box3d").get("size"));
          double[] axes = Frames.doubles(object.get("box3d").get("axes"));
          double reach = 1e-4;
          for (int i = 0; i < 3; i++) {
            reach += Math.abs(axes[3 * i + 2]) * size[i] / 2;
          }
          int[] mask = frame.mask("instances");
          float[] depth = frame.array("depth");
          for (int i = 0; i < mask.length; i++) {
            if (mask[i] == object.get("id").intValue()) {
              int pixel = i;
              assertEquals(-centre[2], depth[i], reach, () -> where(frame, pixel));
            }
          }
        });
  }

  @Test
  void keypointsAreWhereTheMeshSays() throws Exception {
    int[] visible = new int[1];
    int[] onTheObject = new int[1];
    everyObject(
        (frame, object) -> {
          int[] mask = frame.mask("instances");
          double[] loose = Frames.doubles(object.get("looseBox"));
          object
              .get("keypoints")
              .forEach(
                  node -> {
                    double[] point = Frames.doubles(node);
                    assertTrue(
                        point[0] > loose[0] - 2
                            && point[0] < loose[0] + loose[2] + 2
                            && point[1] > loose[1] - 2
                            && point[1] < loose[1] + loose[3] + 2,
                        () -> "frame " + frame.index() + ": " + node);
                    boolean inside =
                        point[0] >= 0 && point[0] < SIDE && point[1] >= 0 && point[1] < SIDE;
                    assertEquals(
                        inside, point[2] > 0, () -> "frame " + frame.index() + ": " + node);
                    if (point[2] == 2) {
                      visible[0]++;
                      onTheObject[0] += near(mask, point, object.get("id").intValue()) ? 1 : 0;
                    }
                  });
        });
    assertTrue(visible[0] > 3 * FRAMES, "visible keypoints: " + visible[0]);
    assertTrue(onTheObject[0] > 0.95 * visible[0], onTheObject[0] + " of " + visible[0]);
  }

  private static boolean near(int[] mask, double[] point, int id) {
    for (int y = Math.max(0, (int) point[1] - 1); y <= Math.min(SIDE - 1, point[1] + 1); y++) {
      for (int x = Math.max(0, (int) point[0] - 1); x <= Math.min(SIDE - 1, point[0] + 1); x++) {
        if (mask[y * SIDE + x] == id) {
          return true;
        }
      }
    }
    return false;
  }
}
