package org.variegate.species.quadruped.grow;

import java.util.List;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.field.Field;
import org.variegate.species.quadruped.field.Primitive;
import org.variegate.species.quadruped.field.Vec;

/**
 * What the field tells of a point on the skin: the bones that carry it, how the fur lies and how
 * much of the sky it sees. A primitive has the more say the nearer it is compared with the nearest.
 */
final class Skin {
  /** Distance at which a primitive's say has fallen to about exp(-1). */
  private static final double WIDTH = 0.026;

  private static final double STEP = 0.03;

  private final Field field;
  private final double[] distance;
  private final double[] say = new double[Bone.COUNT];
  private final int[] near;

  /** How much farther than the nearest a primitive may be, to have a say or to hide the sky. */
  private final double[] matters;

  /** The nearest at the last point. */
  private int last;

  private int nearCount;
  private Vec comb = Vec.FORWARD;

  Skin(Field field) {
    this.field = field;
    distance = new double[field.primitives().size()];
    near = new int[distance.length];
    matters = new double[distance.length];
    for (int i = distance.length - 1; i >= 0; i--) {
      Primitive p = field.primitives().get(i);
      matters[i] = Math.max(8 * WIDTH, 5 * STEP + 2 * p.blend());
      last = p.kind() == Primitive.Kind.HOLLOW ? last : i;
    }
  }

  /** Goes to a point. */
  void at(double x, double y, double z) {
    double nearest = measure(x, y, z);
    java.util.Arrays.fill(say, 0);
    nearCount = 0;
    double cx = 0;
    double cy = 0;
    double cz = 0;
    List<Primitive> primitives = field.primitives();
    for (int i = 0; i < distance.length; i++) {
      if (distance[i] == Field.FAR) {
        continue;
      }
      if (distance[i] < nearest + 5 * STEP + 2 * primitives.get(i).blend()) {
        near[nearCount++] = i;
      }
      double w = 1 - (distance[i] - nearest) / (8 * WIDTH);
      Primitive p = primitives.get(i);
      if (w > 0 && p.kind() != Primitive.Kind.HOLLOW) {
        w *= w;
        w *= w;
        w *= w;
        say[p.bone()] += w;
        cx += w * p.comb().x();
        cy += w * p.comb().y();
        cz += w * p.comb().z();
      }
    }
    comb = new Vec(cx, cy, cz);
  }

  /**
   * Measures the distances to all primitives that have a say.
   *
   * @return to the nearest
   */
  private double measure(double x, double y, double z) {
    List<Primitive> primitives = field.primitives();
    double nearest = field.distance(last, x, y, z);
    for (int i = 0; i < distance.length; i++) {
      if (field.beyond(i, x, y, z, Math.max(0, nearest + matters[i]))) {
        distance[i] = Field.FAR;
        continue;
      }
      distance[i] = field.distance(i, x, y, z);
      if (distance[i] < nearest && primitives.get(i).kind() != Primitive.Kind.HOLLOW) {
        nearest = distance[i];
        last = i;
      }
    }
    return nearest;
  }

  /** How the fur lies here. */
  Vec comb() {
    return comb;
  }

  /** The four bones with most say, and their shares, which add up to 1. */
  void weights(short[] four, float[] shares) {
    double sum = 0;
    double[] picked = new double[4];
    for (int k = 0; k < 4; k++) {
      int best = 0;
      for (int b = 1; b < say.length; b++) {
        if (say[b] > say[best]) {
          best = b;
        }
      }
      four[k] = (short) best;
      picked[k] = say[best];
      sum += say[best];
      say[best] = 0;
    }
    float rest = 1;
    for (int k = 3; k > 0; k--) {
      shares[k] = (float) (picked[k] / sum);
      rest -= shares[k];
    }
    shares[0] = rest;
  }

  /** Ambient occlusion from four distances along the normal (Evans 2006), ground included. */
  double occlusion(double x, double y, double z, Vec normal) {
    int[] active = java.util.Arrays.copyOf(near, nearCount);
    double sum = 0;
    double weight = 1;
    for (int j = 1; j <= 4; j++) {
      double t = STEP * j;
      double py = y + t * normal.y();
      double d = field.at(active, x + t * normal.x(), py, z + t * normal.z());
      d = Math.max(0, Math.min(d, py));
      sum += Math.max(0, t - d) / t * weight;
      weight /= 2;
    }
    return Math.max(0.3, 1 - 0.6 * sum);
  }
}
