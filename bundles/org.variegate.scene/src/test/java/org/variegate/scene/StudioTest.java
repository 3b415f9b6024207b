package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;

class StudioTest {
  private static Instance subject(float size) {
    float[] positions = {-size, 0, -size, size, 0, size, 0, 2 * size, 0};
    float[] normals = {0, 0, 1, 0, 0, 1, 0, 0, 1};
    Mesh mesh = Mesh.of(positions, normals, new int[] {0, 1, 2}).build();
    Model model = Model.rigid("thing", mesh, Material.plain("thing", Rgb.WHITE, 1));
    return new Instance(1, "cat", Role.SUBJECT, model);
  }

  @Test
  void framesSubjectsOfAnySize() {
    for (float size : new float[] {0.1f, 1, 3}) {
      Scene scene = Studio.of(subject(size));
      float[] p = scene.subject().model().mesh().positions();
      for (int i = 0; i < p.length; i += 3) {
        double[] seen = scene.camera().project(new Point3f(p[i], p[i + 1], p[i + 2]), 100, 100);
        assertTrue(seen[2] > 0 && seen[0] > 5 && seen[0] < 95 && seen[1] > 5 && seen[1] < 95);
      }
      assertTrue(scene.camera().eye().y > 0);
    }
  }

  @Test
  void groundLiesFlatWithCoordinatesInMetres() {
    Instance ground = Studio.of(subject(1)).instances().get(1);
    assertEquals(Role.GROUND, ground.role());
    Mesh mesh = ground.model().mesh();
    float[] p = mesh.positions();
    assertEquals(Studio.GROUND, p[6] - p[0]);
    assertEquals(p[6] - p[0], mesh.uvs()[4] - mesh.uvs()[0]);
    int[] t = mesh.triangles();
    for (int i = 0; i < t.length; i += 3) {
      float ux = p[3 * t[i + 1]] - p[3 * t[i]];
      float uz = p[3 * t[i + 1] + 2] - p[3 * t[i] + 2];
      float vx = p[3 * t[i + 2]] - p[3 * t[i]];
      float vz = p[3 * t[i + 2] + 2] - p[3 * t[i] + 2];
      assertTrue(uz * vx - ux * vz > 0, "counter-clockwise from above");
    }
  }
}
