package org.variegate.species.quadruped.mesh;

/** How fine a mesh is where. */
@FunctionalInterface
public interface Sizing {
  /**
   * The largest edge a cell at a point may have.
   *
   * @param x of its middle
   * @param y of its middle
   * @param z of its middle
   * @param edge the cell's edge now
   * @return whether it must be split
   */
  boolean tooLarge(double x, double y, double z, double edge);
}
