package org.variegate.render.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.variegate.api.Arena;
import org.variegate.scene.Geometry;
import org.variegate.scene.Instance;
import org.variegate.scene.Mesh;
import org.variegate.scene.Scene;

/** All triangles of a frame: where their corners are, and which surface each belongs to. */
final class Triangles {
  /** The share by which places are pushed together along hairs. */
  private static final float TOGETHER = 0.7f;

  final List<Surface> surfaces = new ArrayList<>();

  /** Corners in a projection's scaled space, 3 a vertex. */
  final float[] corners;

  /**
   * Corners as a perspective projection sees them, x / z, y / z and 1 / z; the latter 0 for those
   * that are not beyond the near plane.
   */
  private float[] seen;

  /** The surface of each triangle. */
  final short[] surfaceOf;

  private final Arena arena;
  private final int vertices;
  private final Surface[] array;
  private final List<Span> spans = new ArrayList<>();
  private final List<float[]> strands = new ArrayList<>();

  /** Which of the surfaces and vertices are an instance's. */
  record Span(
      Instance instance,
      Geometry geometry,
      int firstSurface,
      int endSurface,
      int triangleBase,
      int vertexBase) {}

  /**
   * Lays out a scene's instances.
   *
   * @param scene with at most 32,767 surfaces
   * @param arena lends buffers
   */
  Triangles(Scene scene, Arena arena) {
    this(scene.instances(), i -> scene.geometry(i.id(), arena), arena);
  }

  /**
   * Lays out instances.
   *
   * @param instances with at most 32,767 surfaces
   * @param geometries of the instances
   * @param arena lends buffers
   */
  Triangles(List<Instance> instances, Function<Instance, Geometry> geometries, Arena arena) {
    this.arena = arena;
    int vertices = 0;
    int triangles = 0;
    for (Instance instance : instances) {
      Geometry geometry = geometries.apply(instance);
      Mesh mesh = instance.model().mesh();
      int first = surfaces.size();
      for (Mesh.Range range : mesh.ranges()) {
        surfaces.add(new Surface(instance, range, geometry, triangles, vertices));
      }
      spans.add(new Span(instance, geometry, first, surfaces.size(), triangles, vertices));
      vertices += mesh.vertices();
      triangles += mesh.faces();
    }
    if (surfaces.size() > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "scene: needs at most " + Short.MAX_VALUE + " surfaces, got " + surfaces.size());
    }
    this.vertices = vertices;
    array = surfaces.toArray(new Surface[0]);
    corners = arena.floats(room(3 * vertices));
    surfaceOf = arena.shorts(room(triangles));
    for (int i = 0; i < surfaces.size(); i++) {
      Surface s = surfaces.get(i);
      int from = s.triangleBase + s.from;
      Arrays.fill(surfaceOf, from, from + s.count, (short) i);
    }
  }

  /** A length that frames of about one size share, so that an arena lends arrays again. */
  static int room(int length) {
    int step = Math.max(1024, Integer.highestOneBit(length) / 4);
    return (length + step - 1) / step * step;
  }

  List<Span> spans() {
    return spans;
  }

  /** Puts all corners into a projection's scaled space. */
  void project(Projection projection) {
    project(projection.world);
    if (seen == null) {
      seen = arena.floats(corners.length);
    }
    float[] k = corners;
    for (int i = 0, end = 3 * vertices; i < end; i += 3) {
      float w = k[i + 2] < Projection.NEAR ? 0 : 1 / k[i + 2];
      seen[i] = k[i] * w;
      seen[i + 1] = k[i + 1] * w;
      seen[i + 2] = w;
    }
  }

  /** The corners as the projection that they were last put into sees them. */
  float[] seen() {
    return seen;
  }

  /** Puts all corners into a space, by three rows of four from the world. */
  void project(float[] world) {
    for (Span span : spans) {
      project(
          span.geometry.positions(),
          span.geometry.vertices(),
          Projection.after(world, span.instance.placement()),
          3 * span.vertexBase);
    }
  }

  /** Finds the strands of all surfaces with fur. */
  void comb() {
    for (Span span : spans) {
      float[] found = null;
      for (Surface s : surfaces.subList(span.firstSurface, span.endSurface)) {
        if (s.material.fur() != null && s.mesh.fur() != null) {
          found = found == null ? strands(s.mesh) : found;
          s.strands = found;
        }
      }
    }
  }

  private float[] strands(Mesh mesh) {
    float[] to = arena.floats(room(3 * mesh.vertices()));
    strands.add(to);
    float[] p = mesh.positions();
    float[] fur = mesh.fur();
    for (int v = 0, i = 0, k = 1; v < mesh.vertices(); v++, i += 3, k += 4) {
      float along = TOGETHER * (p[i] * fur[k] + p[i + 1] * fur[k + 1] + p[i + 2] * fur[k + 2]);
      to[i] = p[i] - along * fur[k];
      to[i + 1] = p[i + 1] - along * fur[k + 1];
      to[i + 2] = p[i + 2] - along * fur[k + 2];
    }
    return to;
  }

  /** The surface of a triangle. */
  Surface surface(int triangle) {
    return array[surfaceOf[triangle]];
  }

  /** The instance's id of a triangle. */
  int idOf(int triangle) {
    return array[surfaceOf[triangle]].id;
  }

  void release(Arena arena) {
    arena.release(corners);
    if (seen != null) {
      arena.release(seen);
    }
    arena.release(surfaceOf);
    strands.forEach(arena::release);
  }

  private void project(float[] from, int count, float[] m, int to) {
    float a = m[0];
    float b = m[1];
    float c = m[2];
    float d = m[3];
    float e = m[4];
    float f = m[5];
    float g = m[6];
    float h = m[7];
    float i = m[8];
    float j = m[9];
    float k = m[10];
    float l = m[11];
    float[] out = corners;
    for (int v = 0, o = to; v < 3 * count; v += 3, o += 3) {
      float x = from[v];
      float y = from[v + 1];
      float z = from[v + 2];
      out[o] = a * x + b * y + c * z + d;
      out[o + 1] = e * x + f * y + g * z + h;
      out[o + 2] = i * x + j * y + k * z + l;
    }
  }
}
