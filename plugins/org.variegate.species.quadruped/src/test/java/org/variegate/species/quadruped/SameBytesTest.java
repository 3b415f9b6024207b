package org.variegate.species.quadruped;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Motion;
import org.variegate.scene.Species;

/** Shapes, coats and poses are the same bits on every machine and Java. */
class SameBytesTest {

  private static String hash(Species species) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int k = 0; k < 4; k++) {
      Model model = species.grow(species.genome(GrowthTest.draws(k)));
      Mesh mesh = model.mesh();
      for (float[] values :
          new float[][] {
            mesh.positions(),
            mesh.normals(),
            mesh.uvs(),
            mesh.colors(),
            mesh.occlusion(),
            mesh.weights(),
            mesh.fur()
          }) {
        add(digest, values);
      }
      add(digest, mesh.triangles());
      add(digest, mesh.outline());
      add(digest, mesh.joints());
      for (Motion motion : model.motions()) {
        add(digest, model.skeleton().palette(motion.pose(GrowthTest.draws(50 + k))));
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static void add(MessageDigest digest, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    digest.update(bytes);
  }

  private static void add(MessageDigest digest, int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asIntBuffer().put(values);
    digest.update(bytes);
  }

  private static void add(MessageDigest digest, short[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
    bytes.asShortBuffer().put(values);
    digest.update(bytes);
  }

  @Test
  void cats() throws Exception {
    assertEquals("6bbc0c51be57673f", hash(new Cat()));
  }

  @Test
  void dogs() throws Exception {
    assertEquals("1f63b49582a5bbdf", hash(new Dog()));
  }
}
