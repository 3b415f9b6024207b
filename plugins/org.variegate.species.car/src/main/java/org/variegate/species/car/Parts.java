package org.variegate.species.car;

import javax.vecmath.Matrix4f;
import javax.vecmath.Vector3d;
import org.variegate.scene.Mesh;
import org.variegate.scene.shape.Assembly;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;
import org.variegate.scene.shape.Sweeps;

/** Collects the parts of a car, most of them on both sides. */
final class Parts {
  private static final int X = 0;
  private static final int Y = 1;
  private static final Vector3d FORWARD = new Vector3d(0, 0, 1);
  private static final Vector3d LEFT = new Vector3d(1, 0, 0);
  private final Assembly assembly;
  private final Joint joint;

  Parts(Assembly assembly, Joint joint) {
    this.assembly = assembly;
    this.joint = joint;
  }

  Parts on(Joint other) {
    return new Parts(assembly, other);
  }

  void add(Slot slot, Mesh mesh, Matrix4f placement) {
    assembly.add(mesh, placement, slot.ordinal(), joint.ordinal());
  }

  /** A mesh of the left half, and its mirror image. */
  void both(Slot slot, Mesh mesh) {
    add(slot, mesh, Placements.at(0, 0, 0));
    add(slot, mesh, Placements.scaled(-1, 1, 1, 0, 0, 0));
  }

  /** A patch of the left half, and its mirror image. */
  void both(Slot slot, Patch patch) {
    both(slot, patch, 0, X, Y);
  }

  /** The same, moved along its normals; u and v say which of its values are texture coordinates. */
  void both(Slot slot, Patch patch, double lift, int u, int v) {
    if (!patch.isEmpty()) {
      both(slot, patch.mesh(lift, u, v));
    }
  }

  /** A mesh at a place of the left half, and its mirror image. */
  void both(Slot slot, Mesh mesh, double x, double y, double z) {
    add(slot, mesh, Placements.at(x, y, z));
    add(slot, mesh, Placements.scaled(-1, 1, 1, -x, y, z));
  }

  void box(Slot slot, double w, double h, double d, double bevel, double x, double y, double z) {
    add(slot, Shapes.box(w, h, d, bevel), Placements.at(x, y, z));
  }

  /** A bent rod through points, 3 values each. */
  void rod(Slot slot, double radius, int sides, double... path) {
    add(slot, Sweeps.tube(path, new double[] {radius}, sides), Placements.at(0, 0, 0));
  }

  /** What a lathe makes about a line along x: heights of the profile are to the left. */
  void across(Slot slot, int segments, double x, double y, double z, double... profile) {
    add(slot, Sweeps.lathe(profile, segments), Placements.turned(FORWARD, -Math.PI / 2, x, y, z));
  }

  /** What a lathe makes about a line along z, on both sides: heights are forward. */
  void along(Slot slot, int segments, double x, double y, double z, double... profile) {
    Mesh mesh = Sweeps.lathe(profile, segments);
    add(slot, mesh, Placements.turned(LEFT, Math.PI / 2, x, y, z));
    add(slot, mesh, Placements.turned(LEFT, Math.PI / 2, -x, y, z));
  }
}
