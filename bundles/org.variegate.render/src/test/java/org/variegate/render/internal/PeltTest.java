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
  private Fragment fragment(Batch b, Pelt pelt, float[] depth) {
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
    Fragment f = new Fragment(triangles, projection);
    for (int i = 0; i < N; i++) {
      f.locate(triangles.surface(0), 0, 20 + i, 32.5f);
      pelt.read(i, f, projection.focal);
      depth[i] = f.depth;
      b.nz[i] = 1;
      b.red[i] = 0.5f;
    }
    return f;
  }

  @Test
  void colourAndNormalFollowTheNoise() {
    Batch b = new Batch(N, 0);
    Pelt pelt = new Pelt(N);
    float[] depth = new float[N];
    Fragment f = fragment(b, pelt, depth);
    pelt.none(N - 1);
    pelt.grow(0, N, depth, b);
    for (int i = 0; i < N - 1; i++) {
      f.locate(f.surface, 0, 20 + i, 32.5f);
      float share = 0.8f * Math.min(1, (f.q + f.r) * 0.006f / 0.003f);
      float along = 0.7f * (f.x * (f.p + f.q) + f.y * f.r);
      float x = (f.x - along * (f.p + f.q)) * 90;
      float y = (f.y - along * f.r) * 90;
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
      assertEquals(0.5f * (1 + share * 1.6f * (.55f * n1 + .45f * n2)), b.red[i], 5e-3, "" + i);
      assertEquals(0.9f * share * n1 / length, b.nx[i], 5e-3, "" + i);
      assertEquals((1 + 0.9f * share * n2) / length, b.nz[i], 5e-3, "" + i);
    }
    assertEquals(0.5f, b.red[N - 1], "no fur");
    assertEquals(1, b.nz[N - 1], 1e-6, "no fur");
  }

  private static float sq(float v) {
    return v * v;
  }
}
