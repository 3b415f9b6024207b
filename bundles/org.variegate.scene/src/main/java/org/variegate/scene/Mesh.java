package org.variegate.scene;

import java.util.List;
import javax.vecmath.Matrix4f;

/**
 * A surface of triangles in its rest pose. Never changed once built, and shared between scenes:
 * what its methods return is to be read only.
 *
 * <p>Front faces are counter-clockwise. Attributes a mesh does not have are null. The arrays of one
 * that was {@linkplain PackedMesh packed} are lent for as long as a sample lives, and longer than
 * its attributes.
 */
public final class Mesh {
  /**
   * Triangles of one material.
   *
   * @param slot place of the material in the model's list
   * @param from first triangle
   * @param count how many
   */
  public record Range(int slot, int from, int count) {}

  private static final Matrix4f WHERE_IT_IS = new Matrix4f();

  static {
    WHERE_IT_IS.setIdentity();
  }

  /**
   * What another shape of the mesh adds to some of its vertices, in rest.
   *
   * @param vertices which
   * @param positions 3 differences each, in m
   * @param normals 3 differences each
   */
  public record Morph(int[] vertices, float[] positions, float[] normals) {}

  private final float[] positions;
  private final float[] normals;
  private final int[] triangles;
  private final List<Range> ranges;
  private final List<Morph> morphs;
  private final float[] uvs;
  private final float[] colors;
  private final float[] occlusion;
  private final short[] joints;
  private final float[] weights;
  private final float[] fur;
  private final int[] outline;
  private final int vertices;
  private final int faces;
  private final int influences;

  /** In its own space, made when it is first asked for; whoever makes it makes the same. */
  private Bounds bounds;

  private Mesh(Builder b, int vertices, int faces) {
    this.vertices = vertices;
    this.faces = faces;
    positions = b.positions;
    normals = b.normals;
    triangles = b.triangles;
    ranges = b.ranges.isEmpty() ? List.of(new Range(0, 0, faces)) : b.ranges;
    uvs = b.uvs;
    colors = b.colors;
    occlusion = b.occlusion;
    joints = b.joints;
    weights = b.weights;
    fur = b.fur;
    outline = b.outline;
    morphs = b.morphs;
    influences =
        b.influences > 0
            ? b.influences
            : joints == null || vertices == 0 ? 4 : joints.length / vertices / 4 * 4;
  }

  /** Collects attributes; the arrays belong to the mesh afterwards. */
  public static final class Builder {
    private final float[] positions;
    private final float[] normals;
    private final int[] triangles;
    private List<Range> ranges = List.of();
    private float[] uvs;
    private float[] colors;
    private float[] occlusion;
    private short[] joints;
    private float[] weights;
    private float[] fur;
    private int[] outline;
    private List<Morph> morphs = List.of();
    private int influences;

    private Builder(float[] positions, float[] normals, int[] triangles) {
      this.positions = positions;
      this.normals = normals;
      this.triangles = triangles;
    }

    /** Sets the ranges of triangles, which cover all of them in order. */
    public Builder ranges(List<Range> ranges) {
      this.ranges = List.copyOf(ranges);
      return this;
    }

    /** Sets texture coordinates, 2 a vertex, v down. */
    public Builder uvs(float[] uvs) {
      this.uvs = uvs;
      return this;
    }

    /** Sets colours by which the material's is multiplied, 3 a vertex, linear. */
    public Builder colors(float[] colors) {
      this.colors = colors;
      return this;
    }

    /** Sets the share of the sky that each vertex sees in rest, in [0, 1]. */
    public Builder occlusion(float[] occlusion) {
      this.occlusion = occlusion;
      return this;
    }

    /** Sets other shapes, which poses mix in. */
    public Builder morphs(List<Morph> morphs) {
      this.morphs = List.copyOf(morphs);
      return this;
    }

    /** Sets 4, or 8 and so on, joints and as many weights a vertex; the weights add up to 1. */
    public Builder skin(short[] joints, float[] weights) {
      this.joints = joints;
      this.weights = weights;
      return this;
    }

    /** Sets 4 values a vertex: length of the fur in m, and the unit vector it is combed along. */
    public Builder fur(float[] fur) {
      this.fur = fur;
      return this;
    }

    /**
     * Sets triangles of a coarser surface between the same vertices, 3 each, as {@link Outline}.
     */
    public Builder outline(int[] outline) {
      this.outline = outline;
      return this;
    }

    /**
     * Builds the mesh.
     *
     * @return the mesh
     * @throws IllegalArgumentException if lengths do not fit, an index points nowhere, or a value
     *     is not finite
     */
    public Mesh build() {
      Mesh mesh = new Mesh(this, positions.length / 3, triangles.length / 3);
      MeshChecks.check(mesh);
      return mesh;
    }

    /** Builds a mesh of what is known to fit, 4 joints a vertex, of arrays that may be longer. */
    Mesh lent(int vertices, int faces, Bounds bounds) {
      influences = 4;
      Mesh mesh = new Mesh(this, vertices, faces);
      mesh.bounds = bounds;
      return mesh;
    }
  }

  /**
   * Begins a mesh.
   *
   * @param positions 3 a vertex, in m
   * @param normals 3 a vertex, of length 1
   * @param triangles 3 vertices each
   * @return a builder
   */
  public static Builder of(float[] positions, float[] normals, int[] triangles) {
    return new Builder(positions, normals, triangles);
  }

  /** The number of vertices. */
  public int vertices() {
    return vertices;
  }

  /** The number of triangles. */
  public int faces() {
    return faces;
  }

  /** The same surface without colours and fur. */
  public Mesh bare() {
    Builder bare = of(positions, normals, triangles).ranges(ranges).morphs(morphs);
    bare.outline(outline);
    bare.uvs(uvs).occlusion(occlusion).skin(joints, weights).influences = influences;
    return new Mesh(bare, vertices, faces);
  }

  /**
   * The smallest box that holds it in rest.
   *
   * @param placement from its own space to that of the box
   * @return bounds along the axes of that space
   */
  Bounds bounds(Matrix4f placement) {
    return WHERE_IT_IS.equals(placement) ? bounds() : Bounds.of(positions, vertices, placement);
  }

  /** The smallest box along the axes that holds it in rest. */
  Bounds bounds() {
    Bounds known = bounds;
    if (known == null) {
      known = Bounds.of(positions, vertices, WHERE_IT_IS);
      bounds = known;
    }
    return known;
  }

  /** What its arrays take in memory, in bytes. */
  public long bytes() {
    long floats = 0;
    for (float[] values :
        new float[][] {positions, normals, uvs, colors, occlusion, weights, fur}) {
      floats += values == null ? 0 : values.length;
    }
    for (Morph morph : morphs) {
      floats += morph.vertices.length + morph.positions.length + morph.normals.length;
    }
    floats += outline == null ? 0 : outline.length;
    return 4 * (floats + triangles.length) + 2L * (joints == null ? 0 : joints.length);
  }

  /** Positions in rest, 3 a vertex, in m. */
  public float[] positions() {
    return positions;
  }

  /** Normals in rest, 3 a vertex. */
  public float[] normals() {
    return normals;
  }

  /** Vertices of the triangles, 3 each. */
  public int[] triangles() {
    return triangles;
  }

  /**
   * A coarser surface for shadows and estimates, not to be looked at: triangles between some of the
   * vertices, of which no side is the front, and some may be of no area.
   *
   * @return 3 vertices each, or null where there is none
   */
  public int[] outline() {
    return outline;
  }

  /** Which triangles have which material. */
  public List<Range> ranges() {
    return ranges;
  }

  /** Texture coordinates, 2 a vertex, or null. */
  public float[] uvs() {
    return uvs;
  }

  /** Colours, 3 a vertex, or null. */
  public float[] colors() {
    return colors;
  }

  /** The share of the sky that each vertex sees in rest, or null. */
  public float[] occlusion() {
    return occlusion;
  }

  /** Other shapes, perhaps none. */
  public List<Morph> morphs() {
    return morphs;
  }

  /** How many joints and weights a vertex has: 4, or a multiple of it. */
  public int influences() {
    return influences;
  }

  /** Joints, {@link #influences} a vertex, or null if the mesh is rigid. */
  public short[] joints() {
    return joints;
  }

  /** Weights, {@link #influences} a vertex, or null if the mesh is rigid. */
  public float[] weights() {
    return weights;
  }

  /** Length and direction of the fur, 4 a vertex, or null. */
  public float[] fur() {
    return fur;
  }
}
