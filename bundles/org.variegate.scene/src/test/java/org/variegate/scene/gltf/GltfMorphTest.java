package org.variegate.scene.gltf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.variegate.scene.gltf.Documents.TRIANGLE;
import static org.variegate.scene.gltf.Documents.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.vecmath.Matrix4f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.scene.Geometry;
import org.variegate.scene.HeapArena;
import org.variegate.scene.Model;
import org.variegate.scene.Motion;
import org.variegate.scene.Pose;

/** Morph targets that animations move, and vertices of many joints. */
class GltfMorphTest {
  @TempDir Path folder;

  /**
   * The triangle; a target that takes its second corner 2 up (towards +Z), one that takes its third
   * 1 to the left; the weights (0.5, 0) at 0 s, (1, 1) at 1 s, (0.5, 0) at 2 s.
   */
  private static String text(String mesh, String node, String interpolation, float... weights) {
    float[] floats = Arrays.copyOf(TRIANGLE, 27 + 3 + weights.length);
    floats[9 + 5] = 2;
    floats[18 + 6] = -1;
    floats[28] = 1;
    floats[29] = 2;
    System.arraycopy(weights, 0, floats, 30, weights.length);
    String view = "{'bufferView':0,'componentType':5126,";
    return document(
        floats,
        "'accessors':["
            + view
            + "'count':3,'type':'VEC3'},"
            + view
            + "'byteOffset':36,'count':3,'type':'VEC3'},"
            + view
            + "'byteOffset':72,'count':3,'type':'VEC3'},"
            + view
            + "'byteOffset':108,'count':3,'type':'SCALAR'},"
            + view
            + "'byteOffset':120,'count':"
            + weights.length
            + ",'type':'SCALAR'}]",
        "'meshes':[{'primitives':[{'attributes':{'POSITION':0}"
            + ",'targets':[{'POSITION':1},{'POSITION':2}]}]"
            + mesh
            + "}]",
        "'nodes':[{'mesh':0" + node + "}]",
        "'animations':[{'channels':[{'sampler':0,'target':{'node':0,'path':'weights'}}],"
            + "'samplers':[{'input':3,'output':4,'interpolation':'"
            + interpolation
            + "'}]}]");
  }

  private Model model(String text) throws IOException {
    Matrix4f half = new Matrix4f(.5f, 0, 0, 0, 0, .5f, 0, 0, 0, 0, .5f, 3, 0, 0, 0, 1);
    return Gltf.read(Documents.write(folder, text), 1 << 20, mesh -> half).model();
  }

  /** Where the second corner is along Z, and the third along X, before the model was placed. */
  private static void check(Model model, Pose pose, double up, double left) {
    Geometry geometry = Geometry.of(model, pose, new HeapArena());
    float[] p = Arrays.copyOf(geometry.positions(), 9);
    float z = 3 + (float) up / 2;
    assertArrayEquals(new float[] {0, 0, 3, .5f, 0, z, (float) -left / 2, .5f, 3}, p, 1e-6f);
    float[] n = geometry.normals();
    for (int i = 0; i < 9; i += 3) {
      assertEquals(1, n[i] * n[i] + n[i + 1] * n[i + 1] + n[i + 2] * n[i + 2], 1e-5);
    }
  }

  private static Pose at(Model model, double phase) {
    Motion motion = model.motions().get(0);
    return ((Clip) motion).at((float) phase);
  }

  @Test
  void weightsAreAnimated() throws IOException {
    Model model = model(text("", "", "LINEAR", 0, 0, 1, 1, 0, 0));
    check(model, model.skeleton().restPose(), 0, 0);
    check(model, at(model, 0), 0, 0);
    check(model, at(model, .25), 1, .5);
    check(model, at(model, .5), 2, 1);
    check(model, at(model, 1), 0, 0);
    Model one = model(text("", "", "STEP", 0, 0, 1, 0, 0, 0));
    check(one, at(one, .4), 0, 0);
    check(one, at(one, .9), 2, 0);
    float[] normals = Geometry.of(one, at(one, .9), new HeapArena()).normals();
    float root = (float) Math.sqrt(5);
    assertArrayEquals(new float[] {-2 / root, 0, 1 / root}, Arrays.copyOf(normals, 3), 1e-6f);
  }

  /** Halfway between keys with tangents of 0 a cubic is the mean of the two. */
  @Test
  void splinesToo() throws IOException {
    float[] cubic = new float[18];
    cubic[8] = cubic[9] = 1;
    Model model = model(text("", "", "CUBICSPLINE", cubic));
    check(model, at(model, .25), 1, .5);
    check(model, at(model, .5), 2, 1);
  }

  @Test
  void theMeshRestsAsItsWeightsSay() throws IOException {
    float[] weights = {.5f, 0, 1, 1, .5f, 0};
    Model mesh = model(text(",'weights':[0.5,0]", "", "LINEAR", weights));
    assertEquals(List.of(0f, 0f), at(mesh, 0).morphs());
    check(mesh, mesh.skeleton().restPose(), 1, 0);
    check(mesh, at(mesh, .5), 2, 1);
    Model node = model(text(",'weights':[0.5,0]", ",'weights':[0,0.25]", "LINEAR", weights));
    check(node, node.skeleton().restPose(), 0, .25);
    check(node, at(node, 0), 1, 0);
  }

  @Test
  void brokenOnesAreRefused() {
    Path file = Documents.write(folder, text("", "", "LINEAR", 0, 0, 1, 1, 0));
    assertEquals(
        "animations[0].samplers[0].output: needs as many values as there are times, got 4",
        Documents.refused(file));
  }

  /** Targets without attributes cost a file nothing, and memory much. */
  @Test
  void tooManyAreRefused() {
    String two = "'targets':[{'POSITION':1},{'POSITION':2}]".replace('\'', '"');
    String text = text("", "", "LINEAR", 0, 0, 1, 1, 0, 0);
    String many = "\"targets\":[" + "{},".repeat(4096) + "{}]";
    assertEquals(
        "targets: needs at most 4096 that are animated",
        Documents.refused(Documents.write(folder, text.replace(two, many))));
    String large = "\"targets\":[" + "{},".repeat(4000) + "{}]";
    String vertices = "\"componentType\":5126,\"count\":3,\"type\":\"VEC3\"";
    assertEquals(
        "meshes[0].primitives[0].targets: needs at most 8388608 vertices of animated targets in all",
        Documents.refused(
            Documents.write(
                folder,
                text.replace(two, large)
                    .replaceFirst(vertices, vertices.replace(":3,", ":3000,")))));
  }

  /** Eight joints, each 1 farther along Y in the clip, each of weight 1/8: 4.5 on average. */
  @Test
  void moreThanFourJointsAreBlended() throws IOException {
    float[] floats = new float[9 + 2 * 12 + 2 * 12 + 1 + 3 * 8];
    System.arraycopy(TRIANGLE, 0, floats, 0, 9);
    StringBuilder nodes = new StringBuilder("'nodes':[{'mesh':0,'skin':0}");
    StringBuilder channels = new StringBuilder();
    StringBuilder samplers = new StringBuilder();
    String view = "{'bufferView':0,'componentType':";
    StringBuilder accessors = new StringBuilder("'accessors':[");
    accessors.append(view).append("5126,'count':3,'type':'VEC3'},");
    for (int set = 0; set < 2; set++) {
      accessors.append(view).append("5125,'byteOffset':" + (36 + 48 * set));
      accessors.append(",'count':3,'type':'VEC4'},");
      for (int i = 0; i < 12; i++) {
        floats[9 + 12 * set + i] = Float.intBitsToFloat(4 * set + i % 4);
        floats[33 + 12 * set + i] = .125f;
      }
    }
    for (int set = 0; set < 2; set++) {
      accessors.append(view).append("5126,'byteOffset':" + (132 + 48 * set));
      accessors.append(",'count':3,'type':'VEC4'},");
    }
    accessors.append(view).append("5126,'byteOffset':228,'count':1,'type':'SCALAR'}");
    for (int joint = 0; joint < 8; joint++) {
      floats[58 + 3 * joint + 1] = joint + 1;
      nodes.append(",{'name':'j'}");
      accessors.append("," + view + "5126,'byteOffset':" + (232 + 12 * joint));
      accessors.append(",'count':1,'type':'VEC3'}");
      String comma = joint == 0 ? "" : ",";
      channels.append(comma + "{'sampler':" + joint + ",'target':{'node':" + (joint + 1));
      channels.append(",'path':'translation'}}");
      samplers.append(comma + "{'input':5,'output':" + (6 + joint) + "}");
    }
    String text =
        document(
            floats,
            accessors + "]",
            "'meshes':[{'primitives':[{'attributes':{'POSITION':0,'JOINTS_0':1,'JOINTS_1':2,"
                + "'WEIGHTS_0':3,'WEIGHTS_1':4}}]}]",
            nodes + "]",
            "'skins':[{'joints':[1,2,3,4,5,6,7,8]}]",
            "'animations':[{'channels':[" + channels + "],'samplers':[" + samplers + "]}]");
    Model model = Documents.read(folder, text).model();
    assertEquals(8, model.mesh().influences());
    float[] p = Geometry.of(model, at(model, 0), new HeapArena()).positions();
    assertArrayEquals(new float[] {0, 4.5f, 0, 1, 4.5f, 0, 0, 5.5f, 0}, Arrays.copyOf(p, 9), 1e-5f);
    String still = text.substring(0, text.indexOf(",\"animations\"")) + "}";
    assertArrayEquals(TRIANGLE, Documents.read(folder, still).model().mesh().positions());
  }
}
