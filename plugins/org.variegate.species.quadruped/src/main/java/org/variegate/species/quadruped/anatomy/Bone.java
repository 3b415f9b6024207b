package org.variegate.species.quadruped.anatomy;

import java.util.Locale;

/** Joints of the skeleton, parents before children; each carries what follows it. */
public enum Bone {
  PELVIS(null),
  LOIN(PELVIS),
  BACK(LOIN),
  CHEST(BACK),
  NECK(CHEST),
  HEAD(NECK),
  JAW(HEAD),
  LEFT_EAR(HEAD),
  RIGHT_EAR(HEAD),
  LEFT_LID(HEAD),
  RIGHT_LID(HEAD),
  TAIL_1(PELVIS),
  TAIL_2(TAIL_1),
  TAIL_3(TAIL_2),
  TAIL_4(TAIL_3),
  TAIL_5(TAIL_4),
  LEFT_UPPER_ARM(BACK),
  LEFT_FOREARM(LEFT_UPPER_ARM),
  LEFT_PASTERN(LEFT_FOREARM),
  LEFT_PAW(LEFT_PASTERN),
  RIGHT_UPPER_ARM(BACK),
  RIGHT_FOREARM(RIGHT_UPPER_ARM),
  RIGHT_PASTERN(RIGHT_FOREARM),
  RIGHT_PAW(RIGHT_PASTERN),
  LEFT_THIGH(PELVIS),
  LEFT_SHANK(LEFT_THIGH),
  LEFT_METATARSUS(LEFT_SHANK),
  LEFT_TOES(LEFT_METATARSUS),
  RIGHT_THIGH(PELVIS),
  RIGHT_SHANK(RIGHT_THIGH),
  RIGHT_METATARSUS(RIGHT_SHANK),
  RIGHT_TOES(RIGHT_METATARSUS);

  /** How many joints there are. */
  public static final int COUNT = values().length;

  private static final Bone[] ALL = values();

  private final Bone parent;

  Bone(Bone parent) {
    this.parent = parent;
  }

  /** By its place among all. */
  public static Bone of(int ordinal) {
    return ALL[ordinal];
  }

  /** Whether it is the head or hangs on it. */
  public boolean ofHead() {
    return this == HEAD || parent == HEAD;
  }

  /** What it hangs on, or null. */
  public Bone parent() {
    return parent;
  }

  /** Its name in the skeleton. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** One of the tail's five. */
  public static Bone tail(int i) {
    return ALL[TAIL_1.ordinal() + i];
  }

  /**
   * One of a leg's four joints.
   *
   * @param hind or fore
   * @param right or left
   * @param i 0 at the trunk to 3 at the foot
   */
  public static Bone leg(boolean hind, boolean right, int i) {
    Bone first = hind ? LEFT_THIGH : LEFT_UPPER_ARM;
    return ALL[first.ordinal() + (right ? 4 : 0) + i];
  }
}
