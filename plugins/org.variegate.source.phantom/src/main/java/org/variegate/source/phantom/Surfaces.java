package org.variegate.source.phantom;

/** The large surfaces of the head as functions of space: approximate signed distances in mm. */
final class Surfaces implements Lattice.Functions {
  /** Distance from the skin, negative inside, as all that follow. */
  static final int HEAD = 0;

  /** Distance from the outer table of the skull. */
  static final int SKULL = 1;

  /** Distance from the inner table of the skull. */
  static final int CAVITY = 2;

  /** Distance from the hull of the cerebrum without its temporal lobes. */
  static final int CEREBRUM = 3;

  /** Distance from the hull of the temporal lobes. */
  static final int TEMPORAL = 4;

  /** Distance from the hull of the cerebellum. */
  static final int CEREBELLUM = 5;

  /** Distance from the plane between left and right, positive on the right. */
  static final int MIDLINE = 6;

  /** Distance, within that plane, from the region where the hemispheres join. */
  static final int COMMISSURE = 7;

  /** How many functions there are. */
  static final int COUNT = 8;

  private static final Ellipsoid MAIN = new Ellipsoid(0, -17, 16, 68, 87, 59, 35, 0.0012);
  private static final Ellipsoid LOBE = new Ellipsoid(43, -14, -21, 21, 42, 19, 20, 0);
  private static final Ellipsoid FRONTAL = new Ellipsoid(17, 34, 0, 28, 33, 19);
  private static final Ellipsoid OCCIPITAL = new Ellipsoid(20, -72, 4, 28, 31, 24);
  private static final Ellipsoid[] FRONT = {LOBE, FRONTAL};
  private static final Ellipsoid[] BACK = {LOBE, OCCIPITAL};
  private static final Ellipsoid LITTLE = new Ellipsoid(21, -63, -36, 31, 28, 25, 21, 0);
  private static final Ellipsoid STEM = new Ellipsoid(0, -32, -34, 13, 11, 40);
  private static final Ellipsoid FACE = new Ellipsoid(0, 22, -66, 62, 66, 66);
  private static final Ellipsoid CHIN = new Ellipsoid(0, 64, -110, 30, 27, 24);
  private static final Ellipsoid NECK = new Ellipsoid(0, -36, -150, 60, 60, 140);
  private static final Ellipsoid BRIDGE = new Ellipsoid(0, 86, -36, 10, 13, 24);
  private static final Ellipsoid TIP = new Ellipsoid(0, 97, -56, 13, 14, 11);
  private static final Ellipsoid EAR = new Ellipsoid(79, -20, -28, 6, 13, 26);
  private static final double GAP = 2;
  private static final double FAR = 24;

  private final Traits traits;
  private final Ripples ripples;
  private final double[] p = new double[3];

  Surfaces(Traits traits, Ripples ripples) {
    this.traits = traits;
    this.ripples = ripples;
  }

  @Override
  public void at(double x, double y, double z, float[] out, int to, int stride) {
    p[0] = x;
    p[1] = y;
    p[2] = z;
    traits.frame().toStandard(p);
    if (!within(p[0], p[1], p[2], out, to, stride)) {
      for (int i = 0; i < COUNT; i++) {
        out[to + i * stride] = (float) FAR;
      }
    }
  }

  /** Evaluates the functions, unless the point is far outside. */
  private boolean within(double x, double y, double z, float[] out, int to, int stride) {
    double main = MAIN.distance(x, y, z);
    double face = face(x, y, z);
    double shell = traits.skull() + traits.scalp() + GAP;
    if (main > FAR + shell && face > FAR && (z > -20 || z < -110)) {
      return false;
    }
    main = base(main, x, y, z) + 1.2 * ripples.at(x / 7 + 5, y / 7, z / 7);
    double lobe = LOBE.distance(x, y, z);
    double little = LITTLE.distance(x, y, z);
    double upper = Ellipsoid.blend(main, lobe, 12);
    double lower = Ellipsoid.blend(little, STEM.distance(x, y, z), 12);
    double cavity = Ellipsoid.blend(upper, lower, 9) - GAP;
    double bone = cavity - traits.skull() * (1 + 0.2 * ripples.at(x / 9, y / 9, z / 9));
    double vault = cavity - 1.3 * traits.skull() - traits.scalp();
    out[to + HEAD * stride] = (float) Ellipsoid.blend(vault, face, 14);
    out[to + SKULL * stride] = (float) bone;
    out[to + CAVITY * stride] = (float) cavity;
    out[to + CEREBRUM * stride] = (float) main;
    out[to + TEMPORAL * stride] = (float) lobe;
    out[to + CEREBELLUM * stride] = (float) little;
    double commissure = commissure(y, z);
    out[to + MIDLINE * stride] = (float) (x + falx(y, z, commissure));
    out[to + COMMISSURE * stride] = (float) commissure;
    return true;
  }

  private static double face(double x, double y, double z) {
    double face = Ellipsoid.blend(FACE.distance(x, y, z), NECK.distance(x, y, z), 24);
    face = Ellipsoid.blend(face, CHIN.distance(x, y, z), 16);
    double nose = Ellipsoid.blend(BRIDGE.distance(x, y, z), TIP.distance(x, y, z), 10);
    face = Ellipsoid.blend(face, nose, 8);
    return Ellipsoid.blend(face, EAR.distance(x, y, z), 6);
  }

  /** How far the falx, between the hemispheres, lies beside the middle. */
  private double falx(double y, double z, double commissure) {
    double free = Math.max(0, Math.min(1, commissure / 10));
    return 1.6 * free * ripples.at(9, y / 10, z / 10);
  }

  /** An ellipse around corpus callosum, thalami and brainstem. */
  private static double commissure(double y, double z) {
    double v = (y + 12) / 39;
    double w = (z - 2) / (z > 2 ? 25 : 30);
    return 28 * (Math.sqrt(v * v + w * w) - 1);
  }

  /** Adds the undersides of the frontal and occipital lobes. */
  private static double base(double main, double x, double y, double z) {
    if (z > 30) {
      return main;
    }
    Ellipsoid lobe = y > -17 ? FRONTAL : OCCIPITAL;
    return Ellipsoid.blend(main, lobe.distance(x, y, z), 8);
  }

  /**
   * Distance from the hull of one hemisphere of the cerebrum, without irregularities.
   *
   * @param normal receives the direction of the shortest way out, of length 1
   */
  static double hemisphere(double x, double y, double z, double[] normal) {
    Ellipsoid nearest = MAIN;
    double distance = MAIN.distance(x, y, z);
    for (Ellipsoid part : y > -17 ? FRONT : BACK) {
      double other = part.distance(x, y, z);
      if (other < distance) {
        distance = other;
        nearest = part;
      }
    }
    if (distance < -Math.abs(x)) {
      normal[0] = x > 0 ? -1 : 1;
      normal[1] = 0;
      normal[2] = 0;
      return -Math.abs(x);
    }
    nearest.normal(x, y, z, normal);
    return distance;
  }

  /** Whether a point of the standard head lies in a box around the brain. */
  static boolean mayHoldBrain(double[] p) {
    return Math.abs(p[0]) < 75 && p[1] > -112 && p[1] < 78 && p[2] > -64 && p[2] < 82;
  }

  /** Distance from the hull of the cerebellum. */
  static double cerebellum(double x, double y, double z) {
    return LITTLE.distance(x, y, z);
  }

  /** The direction of the shortest way out of the cerebellum. */
  static void outOfCerebellum(double x, double y, double z, double[] normal) {
    LITTLE.normal(x, y, z, normal);
  }
}
