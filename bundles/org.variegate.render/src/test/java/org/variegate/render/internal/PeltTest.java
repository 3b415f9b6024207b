package org.variegate.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Camera;
import org.variegate.scene.Fur;
import org.variegate.scene.Geometry;
import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.tck.HeapArena;

/** Fur of many places is what its formula says of each. */
class PeltTest {
  private static final int N = 21;
  private static final Fur FUR = new Fur(90, 0.8f, 7);

  private final Projection projection =
      new Projection(
          Camera.lookAt(new Point3f(0, 0, 1), new Point3f(), 0, Math.toRadians(40)), 64, 64);

  /** A triangle at z = 0 with fur that grows from its first corner to the others. */
  private Triangles triangle() {
    float[] corners = {-1, -1, 0, 1, -1, 0, 0, 1, 0};
    float[] up = {0, 0, 1, 0, 0, 1, 0, 0, 1};
    float[] fur = {0, 1, 0, 0, 0.006f, 1, 0, 0, 0.006f, 0, 1, 0};
    Mesh mesh = Mesh.of(corners, up, new int[] {0, 1, 2}).fur(fur).build();
    Material coat = Material.plain("coat", Rgb.WHITE, 0.8f).withFur(FUR);
    Instance patch = new Instance(1, "patch", Role.SUBJECT, Model.rigid("patch", mesh, coat));
    HeapArena arena = HeapArena.zeroed();
    Triangles triangles =
        new Triangles(List.of(patch), i -> Geometry.of(i.model(), i.pose(), arena), arena);
    triangles.project(projection);
    triangles.comb();
    return triangles;
  }

  @Test
  void colourAndNormalFollowTheNoise() {
    Triangles triangles = triangle();
    Corners corners = new Corners(triangles, projection);
    corners.go(triangles.surface(0), 0);
    Fragment f = new Fragment(triangles, projection);
    Pelt pelt = new Pelt(N, HeapArena.zeroed());
    Look look = new Look();
    float[][] base = new float[3][N];
    float[][] normal = new float[3][N];
    int[] patch = new int[N];
    for (int i = 0; i < N; i++) {
      corners.see(20 + i - projection.centreX, 0.5f, look);
      patch[i] = i;
      base[0][i] = 0.5f;
      normal[2][i] = 1;
      pelt.read(i, look);
      pelt.begin(i, look, projection.focal);
    }
    pelt.none(N - 1);
    pelt.grow(N, patch, base, normal);
    for (int i = 0; i < N - 1; i++) {
      f.locate(triangles.surface(0), 0, 20 + i, projection.centreY + 0.5f);
      float share = 0.8f * Math.min(1, (f.q + f.r) * 0.006f / 0.003f);
      // corners pushed together by 0.7 along x, x and y
      float x = (-0.3f * f.p + 0.3f * f.q) * 90;
      float y = (-f.p - f.q + 0.3f * f.r) * 90;
      float cells = 90 * f.depth / projection.focal;
      float fine = Math.max(0, Math.min(1, 1.8f - cells));
      float coarse = Math.max(0, Math.min(1, 1.8f - 0.35f * cells));
      long small = FurNoise.at(x, y, 0, 7);
      long large = FurNoise.at(0.35f * x + 5, 0.35f * y, 0, 16);
      float n1 = fine * FurNoise.channel(small, 0);
      float n3 = fine * FurNoise.channel(small, 1);
      float n2 = coarse * FurNoise.channel(large, 2);
      float length =
          (float)
              Math.sqrt(sq(0.9f * share * n1) + sq(0.9f * share * n3) + sq(1 + .9f * share * n2));
      assertEquals(0.5f * (1 + share * 1.6f * (.55f * n1 + .45f * n2)), base[0][i], 5e-3, "" + i);
      assertEquals(0.9f * share * n1 / length, normal[0][i], 5e-3, "" + i);
      assertEquals((1 + 0.9f * share * n2) / length, normal[2][i], 5e-3, "" + i);
    }
    assertEquals(0.5f, base[0][N - 1], "no fur");
    assertEquals(1, normal[2][N - 1], 1e-6, "no fur");
  }

  private static float sq(float v) {
    return v * v;
  }
}
