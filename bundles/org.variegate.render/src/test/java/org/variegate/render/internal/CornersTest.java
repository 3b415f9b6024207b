package org.variegate.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Camera;
import org.variegate.scene.Geometry;
import org.variegate.scene.Instance;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Texture;
import org.variegate.tck.HeapArena;

/** What corners tell of a place is what a fragment there is read as. */
class CornersTest {
  private static final int SIZE = 64;

  private final Projection projection =
      new Projection(
          Camera.lookAt(new Point3f(0.2f, 0.4f, 3), new Point3f(), 0, Math.toRadians(40)), 64, 64);

  private static Mesh mesh(float lean) {
    float[] normals = new float[9];
    for (int i = 0; i < 3; i++) {
      Vector3f n = new Vector3f(i == 1 ? lean : -0.2f, i == 2 ? lean : 0, 1);
      n.normalize();
      normals[3 * i] = n.x;
      normals[3 * i + 1] = n.y;
      normals[3 * i + 2] = n.z;
    }
    return Mesh.of(new float[] {-1, -1, 0, 1, -1, -.4f, 0, 1, .2f}, normals, new int[] {0, 1, 2})
        .colors(new float[] {1, .5f, .2f, .3f, .9f, .6f, .2f, .4f, 1})
        .occlusion(new float[] {1, .5f, .7f})
        .build();
  }

  /** One channel is a slope along u, others change too. */
  private static Texture texture(int channels) {
    byte[] texels = new byte[SIZE * SIZE * channels];
    for (int i = 0; i < texels.length; i++) {
      int x = i / channels % SIZE;
      int y = i / channels / SIZE;
      texels[i] =
          (byte) (int) (120 + 90 * Math.sin(2 * Math.PI * (x + 2 * y + i % channels) / SIZE));
    }
    return new Texture(SIZE, SIZE, channels, false, texels);
  }

  private static Material stone() {
    return Material.plain("stone", new Rgb(.9f, .8f, .7f), 0.8f)
        .withAlbedo(texture(3))
        .withSurface(texture(4))
        .withBump(texture(1), 0.05f)
        .withMapping(new Mapping(true, 0.8f, 0.6f, 0.4f, 0.1f, 0.2f));
  }

  private Triangles triangles(Mesh mesh, Material material) {
    Matrix4f where = new Matrix4f();
    where.rotY(0.4f);
    where.setTranslation(new Vector3f(0.1f, 0, -0.2f));
    Instance thing =
        new Instance(1, "thing", Role.OCCLUDER, Model.rigid("thing", mesh, material))
            .withPlacement(where);
    HeapArena arena = HeapArena.zeroed();
    Triangles triangles =
        new Triangles(List.of(thing), i -> Geometry.of(i.model(), i.pose(), arena), arena);
    triangles.project(projection);
    return triangles;
  }

  @Test
  void placesAreWhatFragmentsAreReadAs() {
    Triangles triangles = triangles(mesh(0.3f), stone());
    Corners corners = new Corners(triangles, projection);
    Fragment f = new Fragment(triangles, projection);
    Skin skin = new Skin();
    Look look = new Look();
    float most = 0;
    assertTrue(corners.go(triangles.surface(0), 0));
    for (int i = 0; i < 12; i++) {
      float x = 26.5f + i;
      f.locate(triangles.surface(0), 0, x, 34.5f);
      Vector3f smooth = new Vector3f(f.normalX, f.normalY, f.normalZ);
      skin.read(f);
      corners.see(x - projection.centreX, 34.5f - projection.centreY, look);
      assertEquals(f.depth, look.depth, 1e-5);
      assertEquals(smooth.x, look.smoothX, 1e-5);
      assertEquals(skin.base[0], look.red, 0.02f, "another level of detail at most");
      assertEquals(skin.base[1], look.green, 0.02f);
      assertEquals(skin.base[2], look.blue, 0.02f);
      assertEquals(skin.roughness, look.roughness, 0.02f);
      assertEquals(skin.occlusion, look.open, 1e-5);
      float cosine = f.normalX * look.nx + f.normalY * look.ny + f.normalZ * look.nz;
      assertEquals(1, cosine, 2e-3, "tilted alike");
      most = Math.max(most, smooth.angle(new Vector3f(look.nx, look.ny, look.nz)));
    }
    assertTrue(most > 0.1f, "textures tilt by " + most);
  }

  @Test
  void texturesAlongSeveralAxesAreNotKnown() {
    Triangles leaning = triangles(mesh(1.2f), stone());
    assertFalse(new Corners(leaning, projection).go(leaning.surface(0), 0));
    Triangles normals = triangles(mesh(0.3f), stone().withTwoSided(true));
    assertFalse(new Corners(normals, projection).go(normals.surface(0), 0));
  }
}
