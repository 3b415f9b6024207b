package org.variegate.source.phantom;

/**
 * What tells one head from another. Lengths are in mm of the standard head.
 *
 * @param frame from the world to the standard head
 * @param cortex thickness of the cerebral cortex
 * @param gyri distance between neighbouring sulci
 * @param sulci half the width of a sulcus where it opens
 * @param depth of the sulci
 * @param skull thickness of the skull
 * @param scalp thickness of skin and fat over the skull
 * @param sizes factors of the radii of structures, by tissue
 * @param shifts displacements of structures, three for each tissue
 */
record Traits(
    Frame frame,
    double cortex,
    double gyri,
    double sulci,
    double depth,
    double skull,
    double scalp,
    double[] sizes,
    double[] shifts) {

  /** A structure of the standard head as it is in this one. */
  Tube place(Tube tube) {
    int tissue = tube.tissue().ordinal();
    return tube.placed(
        frame, sizes[tissue], shifts[3 * tissue], shifts[3 * tissue + 1], shifts[3 * tissue + 2]);
  }
}
