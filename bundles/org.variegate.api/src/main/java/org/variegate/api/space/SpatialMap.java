package org.variegate.api.space;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each point of a target grid comes from on a source grid: transforms of the world, composed.
 * Immutable.
 *
 * @param source the grid the content is on
 * @param target the grid it shall be on
 * @param transforms from the target's world to the source's, in the order they are applied
 */
public record SpatialMap(Grid source, Grid target, List<Transform> transforms) {

  /** Keeps a copy of the list. */
  public SpatialMap {
    transforms = List.copyOf(transforms);
  }

  /**
   * The map that leaves everything in place.
   *
   * @param grid source and target
   * @return the identity
   */
  public static SpatialMap identity(Grid grid) {
    return new SpatialMap(grid, grid, List.of());
  }

  /**
   * This map, and then another move.
   *
   * @param transform from points of the moved content to where they come from
   * @return the composition; neighbouring affine maps become one
   */
  public SpatialMap then(Transform transform) {
    List<Transform> all = new ArrayList<>();
    if (transform instanceof Affine outer
        && !transforms.isEmpty()
        && transforms.get(0) instanceof Affine inner) {
      all.add(inner.after(outer));
      all.addAll(transforms.subList(1, transforms.size()));
    } else {
      all.add(transform);
      all.addAll(transforms);
    }
    return new SpatialMap(source, target, all);
  }

  /**
   * This map, shown on another grid.
   *
   * @param grid the new target
   * @return the map with that target
   */
  public SpatialMap onto(Grid grid) {
    return new SpatialMap(source, grid, transforms);
  }

  /**
   * Whether nothing moves.
   *
   * @return true if there is no transform and the grids are equal
   */
  public boolean isIdentity() {
    return transforms.isEmpty() && source.equals(target);
  }

  /**
   * Maps points of the target's world to the source's world, in place.
   *
   * @param points x, y, z of each in turn, in mm
   * @param count how many points
   */
  public void apply(double[] points, int count) {
    for (Transform transform : transforms) {
      transform.apply(points, count);
    }
  }

  /**
   * The map from the source to the target, for points that move with the content.
   *
   * @return the inverse
   */
  public SpatialMap inverse() {
    List<Transform> inverses = new ArrayList<>();
    for (int i = transforms.size() - 1; i >= 0; i--) {
      inverses.add(transforms.get(i).inverse());
    }
    return new SpatialMap(target, source, inverses);
  }

  /**
   * How finely the map must be sampled.
   *
   * @return the smallest {@link Transform#linearWithin()} in mm, infinite if all are affine
   */
  public double linearWithin() {
    double smallest = Double.POSITIVE_INFINITY;
    for (Transform transform : transforms) {
      smallest = Math.min(smallest, transform.linearWithin());
    }
    return smallest;
  }
}
