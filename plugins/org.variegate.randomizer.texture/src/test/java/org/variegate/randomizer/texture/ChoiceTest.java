package org.variegate.randomizer.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.randomizer.texture.TexturingTest.textured;
import static org.variegate.randomizer.texture.TexturingTest.with;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.variegate.draws.DrawRecord;
import org.variegate.scene.Material;
import org.variegate.scene.Scene;

/** What is chosen, how often, and under which names. */
class ChoiceTest {
  private static final String[] SAND = {"sand"};

  private static Map<String, Object> drawn(Texturing stage, int index) {
    DrawRecord record = new DrawRecord();
    textured(stage, index, record);
    return new TreeMap<>(record.values());
  }

  @Test
  void drawsHaveTheNamesTheReadmeTells() {
    Set<String> each =
        Set.of(
            "textured",
            "material",
            "variant",
            "scale",
            "rotation",
            "offset",
            "tint",
            "relief",
            "roughness");
    Set<String> expected = new TreeSet<>();
    for (String thing :
        new String[] {
          "ground[0]", "surrounding[0]", "occluder[0]", "occluder[1]", "distractor[0]"
        }) {
      each.forEach(name -> expected.add("texture." + thing + "." + name));
    }
    expected.add("texture.variants[0].seed");
    Set<String> names = drawn(with("materials", SAND), 0).keySet();
    assertEquals(
        expected,
        names.stream()
            .filter(name -> expected.contains(name) || name.startsWith("texture.ground"))
            .collect(Collectors.toCollection(TreeSet::new)));
    assertEquals(expected.size(), names.size(), names.toString());
  }

  /** Chi-square of 143 materials and of 4 variants, each equally likely, at 10^-6. */
  @Test
  void allAreEquallyLikely() {
    Texturing stage = with("materials", new String[] {"water", "snow", "ice"}, "variants", 4);
    int[] variants = new int[4];
    int[] materials = new int[3];
    int draws = 3000;
    for (int i = 0; i < draws; i++) {
      Map<String, Object> drawn = drawn(stage, i);
      variants[((Number) drawn.get("texture.ground[0].variant")).intValue()]++;
      String material = (String) drawn.get("texture.ground[0].material");
      materials["snow".equals(material) ? 0 : "ice".equals(material) ? 1 : 2]++;
    }
    double four = DiceTest.chiSquare(variants, draws / 4.0);
    double three = DiceTest.chiSquare(materials, draws / 3.0);
    assertTrue(four < 30.7, "3 degrees: " + four);
    assertTrue(three < 27.7, "2 degrees: " + three);
  }

  @Test
  void familiesAreNoMoreLikelyThanTheirMaterials() {
    Texturing stage = with("materials", new String[] {"soil", "fleece"}, "variants", 1);
    int fleece = 0;
    for (int i = 0; i < 1000; i++) {
      fleece += "fleece".equals(drawn(stage, i).get("texture.ground[0].material")) ? 1 : 0;
    }
    assertEquals(100, fleece, 5 * Math.sqrt(90), "1 of 10; one failure in 10^6");
  }

  @Test
  void usesDifferAsDeclared() {
    Texturing stage = with("materials", SAND, "variants", 1, "probability", 0.6);
    int count = 2000;
    double[] rotations = new double[count];
    double[] offsets = new double[count];
    double[] reliefs = new double[count];
    int textured = 0;
    int n = 0;
    for (int i = 0; n < count; i++) {
      Map<String, Object> drawn = drawn(stage, i);
      boolean is = drawn.get("texture.ground[0].rotation") != null;
      textured += is && i < 2000 ? 1 : 0;
      if (is) {
        rotations[n] = (Double) drawn.get("texture.ground[0].rotation");
        offsets[n] = ((double[]) drawn.get("texture.ground[0].offset"))[1];
        reliefs[n++] = (Double) drawn.get("texture.ground[0].relief");
      }
    }
    assertEquals(1200, textured, 5 * Math.sqrt(480), "one failure in 10^6");
    assertDrawnFrom("uniform(0, 360)", rotations);
    assertDrawnFrom("uniform(0, 1)", offsets);
    assertDrawnFrom("uniform(0.3, 1.2)", reliefs);
  }

  /** Bricks lie flat on walls, and a pattern of twice the size is twice as deep. */
  @Test
  void scaleIsOfDepthTooAndWallsStandUpright() {
    Object[] plain = {"materials", SAND, "relief", "1", "rotation", "90", "tint", "0"};
    Scene once = textured(with(plain), 0, new DrawRecord());
    Object[] twice = java.util.Arrays.copyOf(plain, plain.length + 2);
    twice[plain.length] = "scale";
    twice[plain.length + 1] = "2";
    Scene large = textured(with(twice), 0, new DrawRecord());
    Material ground = large.instances().get(1).materials().get(0);
    Material wall = large.instances().get(2).materials().get(0);
    assertEquals(Math.PI / 2, ground.mapping().rotation(), 1e-6);
    assertEquals(0, wall.mapping().rotation());
    assertEquals(0.024, ground.bumpDepth(), 1e-6, "12 mm of sand, twice");
    Material same = once.instances().get(1).materials().get(0);
    assertEquals(
        same.bumpDepth() / 0.012, 1 / (0.6 * same.mapping().scaleU()), 1e-5, "its own scale");
    assertEquals(1, ground.color().red());
  }

  @Test
  void noFactorMakesRougherThanRough() {
    Scene scene = textured(with("materials", SAND, "roughness", "5"), 0, new DrawRecord());
    assertEquals(1, scene.instances().get(1).materials().get(0).roughness());
    scene =
        textured(with("materials", new String[] {"ice"}, "roughness", "0.5"), 0, new DrawRecord());
    assertEquals(0.04, scene.instances().get(1).materials().get(0).roughness(), 1e-6);
  }

  /** Another thing more, or a target less, changes no draw of the others. */
  @Test
  void leavingOutATargetChangesNoOtherDraw() {
    Map<String, Object> all = drawn(with("materials", SAND), 3);
    Map<String, Object> some =
        drawn(with("materials", SAND, "target", new String[] {"ground", "occluders"}), 3);
    some.forEach(
        (name, value) -> assertTrue(java.util.Objects.deepEquals(value, all.get(name)), name));
    assertNotEquals(all.size(), some.size());
  }
}
