package org.variegate.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;

/**
 * A model at a place in the scene, in a pose and in materials of its own.
 *
 * @param id its number in the scene and in the instance mask, from 1
 * @param category its class, such as {@code cat}; what has no class has its role's name
 * @param role what it is for
 * @param model what it is
 * @param placement from the model's space to the world, without shear; to be read only
 * @param pose how it holds itself
 * @param materials one for each slot of the mesh
 */
public record Instance(
    int id,
    String category,
    Role role,
    Model model,
    Matrix4f placement,
    Pose pose,
    List<Material> materials) {

  /** Takes copies, and checks that pose and materials are of this model. */
  public Instance {
    placement = new Matrix4f(placement);
    materials = List.copyOf(materials);
    if (materials.size() != model.materials().size()) {
      throw new IllegalArgumentException(
          "materials: needs " + model.materials().size() + ", got " + materials.size());
    }
    int morphs = pose.morphs().size();
    if (morphs != 0 && morphs != model.mesh().morphs().size()) {
      throw new IllegalArgumentException(
          "pose: needs " + model.mesh().morphs().size() + " morphs, got " + morphs);
    }
    if (pose.local().size() != model.skeleton().size()) {
      throw new IllegalArgumentException(
          "pose: needs " + model.skeleton().size() + " joints, got " + pose.local().size());
    }
  }

  /**
   * A model in its rest pose and its own materials, where its own space puts it.
   *
   * @param id its number
   * @param category its class
   * @param role what it is for
   * @param model what it is
   */
  public Instance(int id, String category, Role role, Model model) {
    this(id, category, role, model, identity(), model.skeleton().restPose(), model.materials());
  }

  private static Matrix4f identity() {
    Matrix4f m = new Matrix4f();
    m.setIdentity();
    return m;
  }

  /**
   * Where the model's keypoints are.
   *
   * @return their places in the world by name, in the model's order
   */
  public Map<String, Point3f> keypoints() {
    Map<String, Point3f> places = new LinkedHashMap<>();
    if (model.keypoints().isEmpty()) {
      return places;
    }
    Skeleton skeleton = model.skeleton();
    Matrix4f[] joints = skeleton.global(pose);
    for (Keypoint keypoint : model.keypoints()) {
      Point3f place = new Point3f(keypoint.rest());
      if (keypoint.joint() >= 0) {
        skeleton.inverseBind().get(keypoint.joint()).transform(place);
        joints[keypoint.joint()].transform(place);
      }
      placement.transform(place);
      places.put(keypoint.name(), place);
    }
    return places;
  }

  /** The same elsewhere. */
  public Instance withPlacement(Matrix4f other) {
    return new Instance(id, category, role, model, other, pose, materials);
  }

  /** The same in another pose. */
  public Instance withPose(Pose other) {
    return new Instance(id, category, role, model, placement, other, materials);
  }

  /** The same in other materials. */
  public Instance withMaterials(List<Material> others) {
    return new Instance(id, category, role, model, placement, pose, others);
  }
}
