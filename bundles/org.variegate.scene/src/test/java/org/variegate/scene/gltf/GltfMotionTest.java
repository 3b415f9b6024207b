package org.variegate.scene.gltf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.variegate.scene.gltf.Documents.TRIANGLE;
import static org.variegate.scene.gltf.Documents.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.vecmath.Matrix4f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Motion;
import org.variegate.scene.Pose;

/** Skins, clips and the tracks of a clip. */
class GltfMotionTest {
  @TempDir Path folder;

  /** A bone at (1, 0, 0) of a triangle, which a clip takes up by 2 in 1 s; a box rides on it. */
  @Test
  void skinsAndClips() throws IOException {
    float[] floats = new float[9 + 12 + 12 + 16 + 2 + 6];
    System.arraycopy(TRIANGLE, 0, floats, 0, 9);
    floats[21] = floats[25] = floats[29] = 2;
    float[] inverse = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -1, 0, 0, 1};
    System.arraycopy(inverse, 0, floats, 33, 16);
    floats[49] = 3;
    floats[50] = 4;
    floats[51] = floats[54] = 1;
    floats[55] = 2;
    String view = "{'bufferView':0,'componentType':";
    String text =
        document(
            floats,
            "'accessors':["
                + view
                + "5126,'count':3,'type':'VEC3'},"
                + view
                + "5125,'byteOffset':36,'count':3,'type':'VEC4'},"
                + view
                + "5126,'byteOffset':84,'count':3,'type':'VEC4'},"
                + view
                + "5126,'byteOffset':132,'count':1,'type':'MAT4'},"
                + view
                + "5126,'byteOffset':196,'count':2,'type':'SCALAR'},"
                + view
                + "5126,'byteOffset':204,'count':2,'type':'VEC3'}]",
            "'meshes':[{'primitives':[{'attributes':{'POSITION':0,'JOINTS_0':1,'WEIGHTS_0':2}}]},"
                + "{'primitives':[{'attributes':{'POSITION':0}}]}]",
            "'nodes':[{'mesh':0,'skin':0},{'name':'bone','translation':[1,0,0],'children':[2]},"
                + "{'mesh':1},{'name':'light'}]",
            "'skins':[{'joints':[1],'inverseBindMatrices':3}]",
            "'animations':[{'name':'Rig|Rise','channels':[{'sampler':0,'target':"
                + "{'node':1,'path':'translation'}},{'sampler':0,'target':{'node':3,'path':'scale'}},"
                + "{'sampler':0,'target':{'node':0,'path':'weights'}}],"
                + "'samplers':[{'input':4,'output':5}]}]");
    Matrix4f half = new Matrix4f(.5f, 0, 0, 0, 0, .5f, 0, 0, 0, 0, .5f, 3, 0, 0, 0, 1);
    Model model = Gltf.read(Documents.write(folder, text), 1 << 20, mesh -> half).model();
    assertEquals(List.of("bone", "nodes[2]"), model.skeleton().names().subList(1, 3));
    assertEquals("Rise", model.motions().get(0).name());
    float[] rest = {0, 0, 3, .5f, 0, 3, 0, .5f, 3, .5f, 0, 3, 1, 0, 3, .5f, .5f, 3};
    assertArrayEquals(rest, model.mesh().positions(), 1e-6f);
    assertArrayEquals(rest, posed(model, model.skeleton().restPose()), 1e-6f);
    float[] middle = rest.clone();
    for (int i = 1; i < middle.length; i += 3) {
      middle[i] += .5f;
    }
    Motion rise = model.motions().get(0);
    assertArrayEquals(middle, posed(model, ((Clip) rise).at(.5f)), 1e-6f);
  }

  private static float[] posed(Model model, Pose pose) {
    float[] palette = model.skeleton().palette(pose);
    Mesh mesh = model.mesh();
    float[] to = new float[mesh.positions().length];
    for (int v = 0; v < mesh.vertices(); v++) {
      for (int k = 4 * v; k < 4 * v + 4; k++) {
        for (int axis = 0; axis < 3; axis++) {
          int m = 12 * mesh.joints()[k] + 4 * axis;
          float sum = palette[m + 3];
          for (int c = 0; c < 3; c++) {
            sum += palette[m + c] * mesh.positions()[3 * v + c];
          }
          to[3 * v + axis] += mesh.weights()[k] * sum;
        }
      }
    }
    return to;
  }

  /** At key times exact; halfway a slerp is half the angle, also the shorter way round. */
  @Test
  void interpolation() {
    float[] times = {1, 2};
    float s = (float) Math.sin(Math.PI / 4);
    float h = (float) Math.sin(Math.PI / 8);
    float[] quarter = {0, 0, 0, 1, 0, 0, -s, -s};
    float[] to = new float[4];
    new Track(0, 1, false, false, times, quarter).at(1.5f, to);
    assertArrayEquals(new float[] {0, 0, h, (float) Math.cos(Math.PI / 8)}, to, 1e-6f);
    float[] place = new float[3];
    float[] linear = {0, 0, 0, 1, 2, 4};
    float[][] expected = {{0, 0, 0}, {0, 0, 0}, {.25f, .5f, 1}, {1, 2, 4}, {1, 2, 4}};
    float[] at = {0, 1, 1.25f, 2, 9};
    for (int i = 0; i < at.length; i++) {
      new Track(0, 0, false, false, times, linear).at(at[i], place);
      assertArrayEquals(expected[i], place);
    }
    new Track(0, 0, false, true, times, linear).at(1.9f, place);
    assertArrayEquals(new float[3], place);
    float[] cubic = new float[18];
    cubic[6] = cubic[9] = 1; // out-tangent of the first, in-tangent of the second, of x = t
    cubic[12] = 1;
    new Track(0, 0, true, false, times, cubic).at(1.25f, place);
    assertArrayEquals(new float[] {.25f, 0, 0}, place, 1e-6f);
  }

  /** Every real file is read, stays in one piece in every pose, and its normals are normal. */
  @Test
  void realFiles() throws IOException {
    Path real = Path.of("../../../shared/data/models3d");
    assumeTrue(Files.isDirectory(real), "needs real data in ../shared/data");
    try (Stream<Path> files = Files.walk(real)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".glb")).sorted().toList()) {
        Matrix4f identity = new Matrix4f();
        identity.setIdentity();
        Model model = Gltf.read(file, 1 << 26, mesh -> identity).model();
        double size = size(model.mesh().positions());
        for (Motion motion : model.motions()) {
          double posed = size(posed(model, ((Clip) motion).at(.3f)));
          assertTrue(posed > .5 * size && posed < 1.5 * size, file + ": " + motion.name());
        }
        float[] n = model.mesh().normals();
        for (int i = 0; i < n.length; i += 3) {
          assertEquals(1, n[i] * n[i] + n[i + 1] * n[i + 1] + n[i + 2] * n[i + 2], 1e-5);
        }
      }
    }
  }

  private static double size(float[] positions) {
    double most = 0;
    for (int axis = 0; axis < 3; axis++) {
      float lower = Float.POSITIVE_INFINITY;
      float upper = Float.NEGATIVE_INFINITY;
      for (int i = axis; i < positions.length; i += 3) {
        lower = Math.min(lower, positions[i]);
        upper = Math.max(upper, positions[i]);
      }
      most = Math.max(most, upper - lower);
    }
    return most;
  }
}
