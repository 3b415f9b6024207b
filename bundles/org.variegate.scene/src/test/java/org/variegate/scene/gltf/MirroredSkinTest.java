package org.variegate.scene.gltf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.variegate.scene.gltf.Documents.TRIANGLE;
import static org.variegate.scene.gltf.Documents.document;
import static org.variegate.scene.gltf.Documents.read;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.scene.Mesh;

/** Exporters mirror whole skeletons by a scale of -1: fronts must stay where normals point. */
class MirroredSkinTest {
  private static final String VIEW = "{'bufferView':0,'componentType':";

  @TempDir Path folder;

  /** The triangle on one bone of this scale. */
  private Mesh skinned(String scale, String... more) throws IOException {
    float[] floats = new float[9 + 12 + 12 + 2 + 6];
    System.arraycopy(TRIANGLE, 0, floats, 0, 9);
    floats[21] = floats[25] = floats[29] = 1;
    floats[34] = 1;
    String text =
        document(
            floats,
            "'accessors':["
                + VIEW
                + "5126,'count':3,'type':'VEC3'},"
                + VIEW
                + "5125,'byteOffset':36,'count':3,'type':'VEC4'},"
                + VIEW
                + "5126,'byteOffset':84,'count':3,'type':'VEC4'},"
                + VIEW
                + "5126,'byteOffset':132,'count':2,'type':'SCALAR'},"
                + VIEW
                + "5126,'byteOffset':140,'count':2,'type':'VEC3'}]",
            "'meshes':[{'primitives':[{'attributes':{'POSITION':0,'JOINTS_0':1,'WEIGHTS_0':2}}]}]",
            "'nodes':[{'mesh':0,'skin':0},{'scale':" + scale + "}]",
            "'skins':[{'joints':[1]}]" + (more.length == 0 ? "" : "," + String.join(",", more)));
    return read(folder, text).model().mesh();
  }

  private static void assertFrontIsWhereNormalsPoint(Mesh mesh) {
    int[] t = mesh.triangles();
    float[] front = Faces.normal(mesh.positions(), 3 * t[0], 3 * t[1], 3 * t[2]);
    for (int corner : t) {
      float along = 0;
      for (int c = 0; c < 3; c++) {
        along += front[c] * mesh.normals()[3 * corner + c];
      }
      assertEquals(1, along, 1e-6);
    }
  }

  @Test
  void atRest() throws IOException {
    Mesh mirrored = skinned("[-1,1,1]");
    assertArrayEquals(new float[] {0, 0, 0, -1, 0, 0, 0, 1, 0}, inOrder(mirrored), 1e-6f);
    assertFrontIsWhereNormalsPoint(mirrored);
    assertFrontIsWhereNormalsPoint(skinned("[1,2,1]"));
  }

  @Test
  void withClips() throws IOException {
    String clip =
        "'animations':[{'channels':[{'sampler':0,'target':{'node':1,'path':'translation'}}],"
            + "'samplers':[{'input':3,'output':4}]}]";
    assertFrontIsWhereNormalsPoint(skinned("[-1,1,1]", clip));
  }

  /** The vertices' places in the order of the document, whatever theirs is. */
  private static float[] inOrder(Mesh mesh) {
    float[] p = mesh.positions();
    float[] ordered = new float[9];
    for (int v = 0; v < 9; v += 3) {
      int to = p[v] < -.5f ? 3 : p[v + 1] > .5f ? 6 : 0;
      System.arraycopy(p, v, ordered, to, 3);
    }
    return ordered;
  }
}
