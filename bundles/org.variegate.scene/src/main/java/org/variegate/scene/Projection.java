package org.variegate.scene;

import java.util.List;
import java.util.Optional;
import javax.vecmath.Point3f;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.space.Transform;

/**
 * Where points of the world are seen in a sample's picture, after all spatial stages. Places are in
 * pixels from the left and the top edge.
 */
public final class Projection {
  /** How alike two lengths must be, as a share. */
  private static final double ALIKE = 1e-6;

  private final View view;
  private final Grid target;
  private final SpatialMap map;
  private final SpatialMap inverse;
  private final Affine fromPixel;
  private final Affine toPixel;

  /**
   * The projection of a sample's picture as it lies now.
   *
   * @param sample with a {@linkplain View#VIEW view} and the picture
   */
  public Projection(Sample sample) {
    view = sample.get(View.VIEW);
    map = sample.map();
    target = map.target();
    inverse = map.isIdentity() ? null : map.inverse();
    Affine half = Affine.translation(0.5, 0.5, 0);
    fromPixel = map.source().toWorld().after(half.inverse());
    toPixel = half.after(target.toWorld().inverse());
  }

  /** Width of the picture in pixels. */
  public int width() {
    return target.nx();
  }

  /** Height of the picture in pixels. */
  public int height() {
    return target.ny();
  }

  /**
   * Where a point is seen.
   *
   * @param world the point, in m
   * @return x, y in pixels, and the distance in front of the camera along its axis in m; with a
   *     distance of 0 or less x and y mean nothing
   */
  public double[] of(Point3f world) {
    double[] point = view.camera().project(world, view.width(), view.height());
    if (inverse != null && point[2] > 0) {
      double depth = point[2];
      point[2] = 0;
      places(point, 1);
      point[2] = depth;
    }
    return point;
  }

  /**
   * Where places of the picture as it was taken lie now.
   *
   * @param points x, y in pixels and 0 of each in turn, changed in place
   * @param count how many points
   */
  public void places(double[] points, int count) {
    if (inverse != null) {
      fromPixel.apply(points, count);
      inverse.apply(points, count);
      toPixel.apply(points, count);
    }
  }

  /**
   * How large a pixel is in the picture as it was taken.
   *
   * @return in pixels of that picture, in its middle; 1 unless a spatial stage changed the scale
   */
  public double sourceArea() {
    if (inverse == null) {
      return 1;
    }
    double x = target.nx() / 2.0;
    double y = target.ny() / 2.0;
    double[] points = {x, y, 0, x + 1, y, 0, x, y + 1, 0};
    toPixel.inverse().apply(points, 3);
    inverse.inverse().apply(points, 3);
    fromPixel.inverse().apply(points, 3);
    return Math.abs(
        (points[3] - points[0]) * (points[7] - points[1])
            - (points[6] - points[0]) * (points[4] - points[1]));
  }

  /**
   * Whether straight lines stay straight: no spatial stage but affine ones.
   *
   * @return true if {@link #intrinsics()} tell all
   */
  public boolean isPinhole() {
    return inverse == null || inverse.transforms().stream().allMatch(Affine.class::isInstance);
  }

  /**
   * The distortion of the lens, where that is all that bends lines.
   *
   * @return empty if no stage distorted the picture, or more than one bent lines, or one stretched
   *     the distorted picture by unlike factors
   */
  public Optional<Distortion> distortion() {
    List<Transform> bent = map.transforms().stream().filter(t -> !(t instanceof Affine)).toList();
    if (bent.size() != 1 || !(bent.get(0) instanceof RadialDistortion radial)) {
      return Optional.empty();
    }
    Affine toLens = toPixel.inverse();
    for (Transform transform : map.transforms()) {
      if (transform == radial) {
        break;
      }
      toLens = ((Affine) transform).after(toLens);
    }
    double across = StrictMath.hypot(toLens.get(0, 0), toLens.get(1, 0));
    double down = StrictMath.hypot(toLens.get(0, 1), toLens.get(1, 1));
    double skew = toLens.get(0, 0) * toLens.get(0, 1) + toLens.get(1, 0) * toLens.get(1, 1);
    if (!(Math.abs(across - down) <= ALIKE * across && Math.abs(skew) <= ALIKE * across * across)) {
      return Optional.empty();
    }
    double[] centre = {radial.x(), radial.y(), 0};
    toLens.inverse().apply(centre, 1);
    return Optional.of(
        new Distortion(centre[0], centre[1], radial.radius() / across, radial.k(), radial.scale()));
  }

  /**
   * What a lens does to the picture of a pinhole: at p it shows what the pinhole shows at c + scale
   * (1 + k |p - c|^2 / radius^2) (p - c) (Brown 1971, first term, from the distorted to the
   * undistorted).
   *
   * @param x of c, in pixels
   * @param y of c, in pixels
   * @param radius in pixels
   * @param k below 0 barrel, above 0 pincushion
   * @param scale of the middle
   */
  public record Distortion(double x, double y, double radius, double k, double scale) {}

  /**
   * The camera matrix of the pinhole beneath the {@linkplain #distortion() distortion}, in the same
   * pixels.
   *
   * @return 9 values row by row
   * @throws IllegalStateException if a stage bent lines in another way
   */
  public double[] undistortedIntrinsics() {
    if (distortion().isEmpty()) {
      throw new IllegalStateException("camera: needs a distortion of the lens alone");
    }
    return matrix(moved());
  }

  /** From pixels as they were taken to those of now, lenses left out. */
  private Affine moved() {
    Affine moved = fromPixel;
    for (Transform transform : inverse.transforms()) {
      moved = transform instanceof Affine affine ? affine.after(moved) : moved;
    }
    return toPixel.after(moved);
  }

  /**
   * The camera matrix of the picture: what takes (x, -y, -z) of the camera's space, which is right,
   * down and forward, to homogeneous places in pixels.
   *
   * @return 9 values row by row
   * @throws IllegalStateException if a spatial stage bent lines
   */
  public double[] intrinsics() {
    if (!isPinhole()) {
      throw new IllegalStateException("camera: needs affine spatial stages for its matrix");
    }
    return matrix(inverse == null ? Affine.IDENTITY : moved());
  }

  /**
   * The camera matrix of the picture as it was taken, before any spatial stage.
   *
   * @return 9 values row by row
   */
  public double[] takenIntrinsics() {
    return matrix(Affine.IDENTITY);
  }

  private double[] matrix(Affine moved) {
    double f = view.camera().focalLength(view.height());
    double cx = view.width() / 2.0 + view.camera().shiftX() * view.height();
    double cy = view.height() / 2.0 - view.camera().shiftY() * view.height();
    double a = moved.get(0, 0);
    double b = moved.get(0, 1);
    double c = moved.get(1, 0);
    double d = moved.get(1, 1);
    return new double[] {
      a * f,
      b * f,
      a * cx + b * cy + moved.get(0, 3),
      c * f,
      d * f,
      c * cx + d * cy + moved.get(1, 3),
      0,
      0,
      1
    };
  }
}
