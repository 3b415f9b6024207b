package org.variegate.species.bike;

import javax.vecmath.Matrix4f;
import javax.vecmath.Vector3d;
import org.variegate.scene.Mesh;
import org.variegate.scene.shape.Assembly;
import org.variegate.scene.shape.Curves;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;
import org.variegate.scene.shape.Sweeps;

/** Collects parts of a joint. */
final class Parts {
  private static final Vector3d Z = new Vector3d(0, 0, 1);
  private final Assembly assembly;
  private final Joint joint;

  Parts(Assembly assembly, Joint joint) {
    this.assembly = assembly;
    this.joint = joint;
  }

  /** The same for parts of another joint. */
  Parts on(Joint other) {
    return new Parts(assembly, other);
  }

  void add(Slot slot, Mesh mesh, Matrix4f placement) {
    assembly.add(mesh, placement, slot.ordinal(), joint.ordinal());
  }

  void add(Slot slot, Mesh mesh) {
    add(slot, mesh, Placements.at(0, 0, 0));
  }

  /** A straight tube. */
  void rod(Slot slot, double radius, int sides, Vec from, Vec to) {
    add(slot, Sweeps.tube(path(from, to), new double[] {radius}, sides));
  }

  /** The same on both sides. */
  void rods(Slot slot, double radius, int sides, Vec from, Vec to) {
    rod(slot, radius, sides, from, to);
    rod(slot, radius, sides, from.mirrored(), to.mirrored());
  }

  /** A straight tube that tapers. */
  void cone(Slot slot, double radius, double end, int sides, Vec from, Vec to) {
    add(slot, Sweeps.tube(path(from, to), new double[] {radius, end}, sides));
  }

  /** A bent tube through points. */
  void tube(Slot slot, double radius, int sides, int steps, Vec... points) {
    double[] path = Curves.through(path(points), 3, steps, false);
    add(slot, Sweeps.tube(path, new double[] {radius}, sides));
  }

  void box(Slot slot, double width, double height, double depth, double bevel, Vec middle) {
    Matrix4f there = Placements.at(middle.x(), middle.y(), middle.z());
    add(slot, Shapes.box(width, height, depth, bevel), there);
  }

  void ball(Slot slot, double radius, int segments, Vec middle) {
    Matrix4f there = Placements.at(middle.x(), middle.y(), middle.z());
    add(slot, Shapes.sphere(radius, segments), there);
  }

  /** What a lathe makes, about a line along x: heights of the profile are to the left. */
  void lathe(Slot slot, int segments, Vec middle, double... profile) {
    add(slot, Sweeps.lathe(profile, segments), across(middle));
  }

  /** A disc across x. */
  void disc(Slot slot, double radius, double thickness, int segments, Vec middle) {
    add(slot, Shapes.cylinder(radius, thickness, segments), across(middle));
  }

  /** A ring across x, of a rectangular section. */
  void ring(Slot slot, double inner, double outer, double width, int segments, Vec middle) {
    double h = width / 2;
    double[] profile = {
      inner, h, inner, -h, inner, -h, outer, -h, outer, -h, outer, h, outer, h, inner, h, inner, h
    };
    lathe(slot, segments, middle, profile);
  }

  /** Takes the y axis to the x axis. */
  private static Matrix4f across(Vec middle) {
    return Placements.turned(Z, -Math.PI / 2, middle.x(), middle.y(), middle.z());
  }

  static double[] path(Vec... points) {
    double[] path = new double[3 * points.length];
    for (int i = 0; i < points.length; i++) {
      path[3 * i] = points[i].x();
      path[3 * i + 1] = points[i].y();
      path[3 * i + 2] = points[i].z();
    }
    return path;
  }
}
