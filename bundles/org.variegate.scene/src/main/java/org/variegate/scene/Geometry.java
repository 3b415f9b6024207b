package org.variegate.scene;

import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import org.variegate.api.Arena;

/**
 * A mesh in a pose, in its model's space, by morphing and linear blend skinning. Its arrays are
 * lent for as long as the sample lives, or are the mesh's own; they are to be read only.
 */
public final class Geometry {
  private final int vertices;
  private final float[] positions;
  private final float[] normals;
  private Bounds own;
  private Placed last;

  /** The box that was asked for last. */
  private record Placed(Matrix4f placement, Bounds bounds) {}

  private Geometry(int vertices, float[] positions, float[] normals) {
    this.vertices = vertices;
    this.positions = positions;
    this.normals = normals;
  }

  /**
   * Poses a mesh.
   *
   * @param model whose mesh it is
   * @param pose of the model's skeleton
   * @param arena lends the arrays
   * @return the mesh's own arrays where it is rigid and not morphed
   */
  public static Geometry of(Model model, Pose pose, Arena arena) {
    Mesh mesh = model.mesh();
    float[] rest = mesh.positions();
    float[] up = mesh.normals();
    boolean morphed = Morphing.changes(pose);
    if (morphed) {
      rest = copy(rest, arena);
      up = copy(up, arena);
      Morphing.add(mesh.morphs(), pose.morphs(), rest, up);
    }
    if (mesh.joints() == null) {
      return new Geometry(mesh.vertices(), rest, up);
    }
    float[] positions = arena.floats(room(3 * mesh.vertices()));
    float[] normals = arena.floats(room(3 * mesh.vertices()));
    Skinning.blend(mesh, rest, up, model.skeleton().palette(pose), positions, normals);
    if (morphed) {
      arena.release(rest);
      arena.release(up);
    }
    return new Geometry(mesh.vertices(), positions, normals);
  }

  private static float[] copy(float[] values, Arena arena) {
    float[] copy = arena.floats(room(values.length));
    System.arraycopy(values, 0, copy, 0, values.length);
    return copy;
  }

  /** A length that meshes of about one size share, so that an arena lends arrays again. */
  private static int room(int length) {
    int step = Math.max(1024, Integer.highestOneBit(length) / 8);
    return (length + step - 1) / step * step;
  }

  /** The number of vertices. */
  public int vertices() {
    return vertices;
  }

  /** Positions, 3 a vertex, in m; the array may be longer. */
  public float[] positions() {
    return positions;
  }

  /** Unit normals, 3 a vertex; the array may be longer. */
  public float[] normals() {
    return normals;
  }

  /**
   * The smallest box that holds it, known at once when asked for again.
   *
   * @param placement from the model's space to that of the box: an instance's placement for a box
   *     in the world, the identity for one that turns with the model
   * @return bounds along the axes of that space
   */
  public Bounds bounds(Matrix4f placement) {
    Placed known = last;
    if (known == null || !known.placement.equals(placement)) {
      known = new Placed(new Matrix4f(placement), Bounds.of(positions, vertices, placement));
      last = known;
    }
    return known.bounds;
  }

  /**
   * A box in the world that holds it: that of the corners of its box in the model's space. Larger
   * than {@link #bounds} where it is turned, and known at once when asked for again.
   *
   * @param placement from the model's space to the world
   * @return bounds along the world's axes
   */
  public Bounds roughBounds(Matrix4f placement) {
    if (own == null) {
      Matrix4f identity = new Matrix4f();
      identity.setIdentity();
      own = bounds(identity);
    }
    float[] corners = new float[24];
    int i = 0;
    for (Point3f corner : own.corners()) {
      corners[i++] = corner.x;
      corners[i++] = corner.y;
      corners[i++] = corner.z;
    }
    return Bounds.of(corners, 8, placement);
  }

  /** Gives lent arrays back early. */
  void release(Mesh mesh, Arena arena) {
    if (positions != mesh.positions()) {
      arena.release(positions);
      arena.release(normals);
    }
  }
}
