package org.variegate.render.internal;

import java.util.ArrayList;
import java.util.List;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.variegate.api.Arena;
import org.variegate.scene.Bounds;
import org.variegate.scene.Camera;
import org.variegate.scene.Instance;
import org.variegate.scene.Light;
import org.variegate.scene.Role;

/** Makes the lamps of a frame with their shadow maps, around the subject and what stands near. */
final class Shadows {
  /** What is farther from the subject, in its radii, does not widen the map. */
  private static final float AROUND = 4;

  /** Half the widest angle a map of a light at a place covers. */
  private static final double WIDEST = Math.toRadians(70);

  private final Triangles triangles;
  private final int size;
  private final Arena arena;
  private final Bounds focus;
  private final Bounds casters;

  Shadows(Triangles triangles, int size, Arena arena) {
    this.triangles = triangles;
    this.size = size;
    this.arena = arena;
    List<Bounds> all = new ArrayList<>();
    Bounds subject = null;
    for (Triangles.Span span : triangles.spans()) {
      Instance i = span.instance();
      if (i.role() != Role.GROUND && i.role() != Role.SURROUNDING) {
        Bounds b = span.geometry().roughBounds(i.placement());
        all.add(b);
        if (i.role() == Role.SUBJECT) {
          subject = subject == null ? b : subject.with(b);
        }
      }
    }
    focus = subject == null ? all.stream().reduce(Bounds::with).orElse(null) : around(subject, all);
    casters = all.stream().reduce(Bounds::with).orElse(null);
  }

  private static Bounds around(Bounds subject, List<Bounds> all) {
    Bounds sum = subject;
    for (Bounds b : all) {
      float far = b.centre().distance(subject.centre()) + b.radius();
      sum = far < AROUND * subject.radius() ? sum.with(b) : sum;
    }
    return sum;
  }

  /** The lamp of a light. */
  Lamp lamp(Light light) {
    boolean dark = light.color().luminance() == 0;
    if (!light.shadows() || size == 0 || focus == null || dark) {
      return new Lamp(light, null);
    }
    return new Lamp(
        light, light.kind() == Light.Kind.DIRECTIONAL ? fromAfar(light) : fromPlace(light));
  }

  private ShadowMap fromAfar(Light light) {
    Matrix4f axes =
        Camera.lookAt(
                new Point3f(-light.direction().x, -light.direction().y, -light.direction().z),
                new Point3f(),
                0,
                1)
            .toWorld();
    Vector3f right = new Vector3f(axes.m00, axes.m10, axes.m20);
    Vector3f up = new Vector3f(axes.m01, axes.m11, axes.m21);
    Vector3f back = new Vector3f(axes.m02, axes.m12, axes.m22);
    float[] x = extent(focus, right);
    float[] y = extent(focus, up);
    float texel = Math.max(x[1] - x[0], y[1] - y[0]) / (size - 8);
    texel = Math.max(texel, 1e-6f);
    float farthest = Math.min(extent(focus, back)[0], extent(casters, back)[0]) - 100;
    float[] rows = {
      right.x / texel,
      right.y / texel,
      right.z / texel,
      size / 2f - (x[0] + x[1]) / 2 / texel,
      -up.x / texel,
      -up.y / texel,
      -up.z / texel,
      size / 2f + (y[0] + y[1]) / 2 / texel,
      back.x,
      back.y,
      back.z,
      -farthest
    };
    triangles.project(rows);
    Samples map = Samples.depthOnly(size, arena);
    map.clear(0, size);
    Drawing drawing = new Drawing(triangles, 1, 0, 1, 0, new Filler(map, 0, size));
    for (Triangles.Span span : triangles.spans()) {
      if (sketched(span)) {
        drawing.sketchFlat(span);
      } else {
        casting(span).forEach(drawing::drawFlat);
      }
    }
    return new ShadowMap(map, rows, false, (float) light.size() / texel, texel, arena);
  }

  private ShadowMap fromPlace(Light light) {
    Point3f centre = focus.centre();
    double distance = Math.max(1e-3, light.position().distance(centre));
    double sine = focus.radius() / distance;
    double half = sine < StrictMath.sin(WIDEST) ? StrictMath.asin(sine) : WIDEST;
    Camera eye = Camera.lookAt(light.position(), centre, 0, 2 * Math.max(1e-3, half));
    float focal = (float) (eye.focalLength(size) * (size - 8) / size);
    Projection projection = new Projection(eye.toWorld(), focal, size / 2f, size / 2f);
    triangles.project(projection);
    Samples map = Samples.depthOnly(size, arena);
    map.clear(0, size);
    Drawing drawing = new Drawing(triangles, projection, 1, new Filler(map, 0, size), null);
    for (Triangles.Span span : triangles.spans()) {
      if (sketched(span)) {
        drawing.sketch(triangles, span);
      } else {
        casting(span).forEach(drawing::draw);
      }
    }
    float softness = (float) light.size() * focal;
    return new ShadowMap(map, projection.world, true, softness, 1 / focal, arena);
  }

  /** The box around what casts shadows near the subject, or null. */
  Bounds focus() {
    return focus;
  }

  private List<Surface> casting(Triangles.Span span) {
    return triangles.surfaces.subList(span.firstSurface(), span.endSurface()).stream()
        .filter(Shadows::casts)
        .toList();
  }

  /** Whether all of an instance casts shadows, and it has an outline. */
  private boolean sketched(Triangles.Span span) {
    return span.instance().model().mesh().outline() != null
        && casting(span).size() == span.endSurface() - span.firstSurface();
  }

  static boolean casts(Surface s) {
    return s.instance.role() != Role.GROUND && !s.material.unlit();
  }

  /** The lowest and highest place of a box along an axis. */
  private static float[] extent(Bounds box, Vector3f axis) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (Point3f corner : box.corners()) {
      float at = corner.x * axis.x + corner.y * axis.y + corner.z * axis.z;
      low = Math.min(low, at);
      high = Math.max(high, at);
    }
    return new float[] {low, high};
  }
}
