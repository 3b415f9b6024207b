package org.variegate.species.car;

import java.util.Locale;

/** What moves. */
enum Joint {
  CAR,
  LEFT_FRONT_WHEEL,
  RIGHT_FRONT_WHEEL,
  LEFT_REAR_WHEEL,
  RIGHT_REAR_WHEEL;

  boolean front() {
    return this == LEFT_FRONT_WHEEL || this == RIGHT_FRONT_WHEEL;
  }

  boolean left() {
    return this == LEFT_FRONT_WHEEL || this == LEFT_REAR_WHEEL;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
