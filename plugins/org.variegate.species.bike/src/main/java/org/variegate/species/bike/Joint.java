package org.variegate.species.bike;

import java.util.Locale;

/** What moves; those of the rider come last. */
enum Joint {
  BIKE(null),
  REAR_WHEEL(BIKE),
  STEERER(BIKE),
  FRONT_WHEEL(STEERER),
  CRANK(BIKE),
  LEFT_PEDAL(CRANK),
  RIGHT_PEDAL(CRANK),
  STAND(BIKE),
  TORSO(BIKE),
  NECK(BIKE),
  LEFT_UPPER_ARM(BIKE),
  LEFT_FOREARM(BIKE),
  RIGHT_UPPER_ARM(BIKE),
  RIGHT_FOREARM(BIKE),
  LEFT_THIGH(BIKE),
  LEFT_SHANK(BIKE),
  LEFT_FOOT(BIKE),
  RIGHT_THIGH(BIKE),
  RIGHT_SHANK(BIKE),
  RIGHT_FOOT(BIKE);

  final Joint parent;

  Joint(Joint parent) {
    this.parent = parent;
  }

  /** How many joints a bicycle has without its rider. */
  static final int RIDERLESS = TORSO.ordinal();

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
