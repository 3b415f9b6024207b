package org.variegate.species.car;

import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;

/** The open back of a pickup. */
final class Bed {
  private Bed() {}

  static void build(Layout at, Patch top, Parts parts) {
    double x = at.width / 2 - 0.13;
    double front = at.tail + 0.04;
    double back = at.rearEnd + 0.1;
    double middle = (front + back) / 2;
    double high = at.belt(middle);
    double deep = 0.45;
    top.cut(0, 2, Outline.rectangle(-1, x, back, front));
    parts.add(
        Slot.BED, Shapes.plane(2 * x, front - back, 1), Placements.at(0, high - deep, middle));
    for (double z : new double[] {front, back}) {
      parts.box(Slot.BED, 2 * x, deep, 0.02, 0, 0, high - deep / 2 - 0.03, z);
    }
    parts.both(
        Slot.BED, Shapes.box(0.02, deep, front - back, 0), x, high - deep / 2 - 0.03, middle);
  }
}
