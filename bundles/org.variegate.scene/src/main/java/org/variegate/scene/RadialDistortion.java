package org.variegate.scene;

import org.variegate.api.space.Grid;
import org.variegate.api.space.Transform;

/**
 * Radial distortion of a lens (Brown 1971, first term): what is seen at r from the middle comes
 * from s r (1 + k r^2), r in half diagonals, with s such that nothing comes from outside the
 * picture.
 */
public final class RadialDistortion implements Transform {
  /** Of a voxel: how much linear interpolation may be wrong. */
  private static final double TOLERANCE = 0.03;

  private static final int NEWTON_STEPS = 12;

  private final double cx;
  private final double cy;
  private final double radius;
  private final double k;
  private final double scale;
  private final double spacing;
  private final boolean forward;

  /**
   * A distortion.
   *
   * @param grid of the picture
   * @param k in [-0.3, 1]: below 0 barrel, above 0 pincushion
   */
  public RadialDistortion(Grid grid, double k) {
    double[] centre = grid.centre();
    double width = (grid.nx() - 1) * grid.spacing(0);
    double height = (grid.ny() - 1) * grid.spacing(1);
    this.cx = centre[0];
    this.cy = centre[1];
    this.radius = Math.max(Math.sqrt(width * width + height * height) / 2, 1e-9);
    this.k = k;
    this.scale = 1 / (1 + Math.max(0, k));
    this.spacing = grid.spacing(0);
    this.forward = true;
  }

  private RadialDistortion(RadialDistortion other) {
    this.cx = other.cx;
    this.cy = other.cy;
    this.radius = other.radius;
    this.k = other.k;
    this.scale = other.scale;
    this.spacing = other.spacing;
    this.forward = !other.forward;
  }

  /** The middle of the picture in the grid's world, right. */
  double x() {
    return cx;
  }

  /** The middle of the picture in the grid's world, down. */
  double y() {
    return cy;
  }

  /** Half a diagonal of the picture in the grid's world. */
  double radius() {
    return radius;
  }

  double k() {
    return k;
  }

  /** What all of it is scaled by. */
  double scale() {
    return scale;
  }

  @Override
  public void apply(double[] points, int count) {
    for (int i = 0; i < 3 * count; i += 3) {
      double x = (points[i] - cx) / radius;
      double y = (points[i + 1] - cy) / radius;
      double square = x * x + y * y;
      double factor = forward ? scale * (1 + k * square) : undo(Math.sqrt(square));
      points[i] = cx + radius * x * factor;
      points[i + 1] = cy + radius * y * factor;
    }
  }

  /** The r that comes from a given radius, over that radius. */
  private double undo(double from) {
    if (from == 0) {
      return 1 / scale;
    }
    double farthest = k < 0 ? Math.sqrt(-1 / (3 * k)) : Double.POSITIVE_INFINITY;
    double r = from;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double wrong = scale * r * (1 + k * r * r) - from;
      double slope = Math.max(1e-3, scale * (1 + 3 * k * r * r));
      r = Math.max(0, Math.min(farthest, r - wrong / slope));
    }
    return r / from;
  }

  @Override
  public Transform inverse() {
    return new RadialDistortion(this);
  }

  @Override
  public double linearWithin() {
    return Math.sqrt(8 * TOLERANCE * spacing * radius / Math.max(6 * Math.abs(k), 1e-9));
  }
}
