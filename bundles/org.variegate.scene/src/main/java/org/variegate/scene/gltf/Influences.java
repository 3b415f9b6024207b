package org.variegate.scene.gltf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The joints of vertices, of all sets {@code JOINTS_n} and {@code WEIGHTS_n} there are. */
final class Influences {
  /** How many sets there may be. */
  private static final int MOST = 4;

  private final List<int[]> joints = new ArrayList<>();
  private final List<float[]> weights = new ArrayList<>();

  Influences(Json attributes, Accessors accessors) throws IOException {
    for (int set = 0; attributes.get("JOINTS_" + set).exists(); set++) {
      Json set4 = attributes.get("JOINTS_" + set);
      if (set == MOST) {
        throw set4.needs("at most " + 4 * MOST + " joints a vertex");
      }
      joints.add(accessors.ints(set4, 4));
      weights.add(accessors.floats(attributes.get("WEIGHTS_" + set), 4));
      if (joints.get(set).length != joints.get(0).length
          || weights.get(set).length != joints.get(0).length) {
        throw new IllegalArgumentException(
            attributes.path() + ": needs as many elements of each set of joints and weights");
      }
    }
  }

  /** Puts them into a primitive, vertex by vertex. */
  void give(Primitive part) {
    int sets = joints.size();
    int count = joints.get(0).length;
    part.influences = 4 * sets;
    part.joints = new int[sets * count];
    part.weights = new float[sets * count];
    for (int set = 0; set < sets; set++) {
      for (int i = 0; i < count; i++) {
        int at = (i / 4 * sets + set) * 4 + i % 4;
        part.joints[at] = joints.get(set)[i];
        part.weights[at] = weights.get(set)[i];
      }
    }
  }

  /** Gives each vertex of a primitive room for more, which weigh nothing. */
  static void widen(Primitive part, int influences) {
    int vertices = part.vertices();
    int[] joints = new int[influences * vertices];
    float[] weights = new float[influences * vertices];
    for (int v = 0; v < vertices; v++) {
      for (int i = 0; i < influences; i++) {
        boolean has = i < part.influences;
        int at = part.influences * v + (has ? i : 0);
        joints[influences * v + i] = part.joints[at];
        weights[influences * v + i] = has ? part.weights[at] : 0;
      }
    }
    part.influences = influences;
    part.joints = joints;
    part.weights = weights;
  }
}
