package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.NoSuchElementException;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SceneTest {
  private final Scene scene =
      new Scene(Camera.lookAt(new Point3f(0, 0, 5), new Point3f(), 0, 1), List.of(), null);

  private static Model model(List<Keypoint> keypoints) {
    Mesh mesh =
        Mesh.of(
                new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0},
                new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1},
                new int[] {0, 1, 2})
            .build();
    Material plain = Material.plain("plain", Rgb.WHITE, 1);
    return new Model("thing", mesh, List.of(plain), Skeleton.NONE, List.of(), keypoints);
  }

  private static Instance instance(int id, String category, Role role) {
    return new Instance(id, category, role, model(List.of()));
  }

  private static void refuses(String message, Executable what) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, what).getMessage());
  }

  @Test
  void instancesAreNumberedInOrder() {
    refuses("id: needs 1, got 2", () -> scene.add(instance(2, "cat", Role.SUBJECT)));
    scene.add(instance(1, "ground", Role.GROUND));
    assertThrows(NoSuchElementException.class, scene::subject);
    Instance cat = instance(2, "cat", Role.SUBJECT);
    scene.add(cat);
    assertSame(cat, scene.subject());
    assertEquals(3, scene.nextId());
  }

  @Test
  void theSubjectIsTheFirstThereIs() {
    scene.add(instance(1, "ground", Role.GROUND));
    var error = assertThrows(NoSuchElementException.class, scene::subject);
    assertEquals("scene: needs a subject, has none", error.getMessage());
    scene.add(instance(2, "cat", Role.SUBJECT));
    scene.add(instance(3, "dog", Role.SUBJECT));
    assertEquals(2, scene.subject().id());
  }

  @Test
  void onlyWhatIsThereIsReplaced() {
    scene.add(instance(1, "cat", Role.SUBJECT));
    Instance dog = instance(1, "dog", Role.SUBJECT);
    scene.replace(dog);
    assertSame(dog, scene.subject());
    refuses("id: needs 1 to 1, got 2", () -> scene.replace(instance(2, "cat", Role.SUBJECT)));
    refuses("id: needs 1 to 1, got 0", () -> scene.replace(instance(0, "cat", Role.SUBJECT)));
  }

  @Test
  void classesAreThoseOfSubjectsAndThoseToldInAlphabeticalOrder() {
    scene.add(instance(1, "dog", Role.SUBJECT));
    scene.add(instance(2, "chair", Role.DISTRACTOR));
    assertEquals(List.of("dog"), scene.classes());
    scene.classes(List.of("horse", "cat"));
    assertEquals(List.of("cat", "dog", "horse"), scene.classes());
  }

  @Test
  void instancesRefuseWhatIsOfAnotherModel() {
    Instance one = instance(1, "cat", Role.SUBJECT);
    Pose bone = new Pose(List.of(new Matrix4f()));
    refuses("pose: needs 0 joints, got 1", () -> one.withPose(bone));
    refuses("materials: needs 1, got 0", () -> one.withMaterials(List.of()));
  }

  @Test
  void keypointsHangOnJointsThatAreThere() {
    Keypoint rigid = new Keypoint("nose", -1, new Point3f());
    assertEquals(List.of(rigid), model(List.of(rigid)).keypoints());
    Keypoint tip = new Keypoint("tip", 0, new Point3f());
    refuses("keypoint tip: needs one of 0 joints or -1, got 0", () -> model(List.of(tip)));
  }
}
