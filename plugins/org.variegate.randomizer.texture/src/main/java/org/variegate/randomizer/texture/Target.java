package org.variegate.randomizer.texture;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Role;

/** Things that can be given a material. */
final class Target {
  private Target() {}

  /** The roles that a list of targets names. */
  static Set<Role> roles(String... targets) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String target : targets) {
      switch (target) {
        case "surroundings" -> roles.addAll(EnumSet.complementOf(EnumSet.of(Role.SUBJECT)));
        case "ground" -> roles.add(Role.GROUND);
        case "walls" -> roles.add(Role.SURROUNDING);
        case "occluders" -> roles.add(Role.OCCLUDER);
        case "distractors" -> roles.add(Role.DISTRACTOR);
        case "subject" -> roles.add(Role.SUBJECT);
        default ->
            throw new IllegalArgumentException(
                "target: needs surroundings, ground, walls, occluders, distractors or subject, got "
                    + target);
      }
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("target: needs at least one, got none");
    }
    return roles;
  }

  static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** The instance all in one material, whose colours are not those of its mesh. */
  static Instance dressed(Instance instance, Material material) {
    Model model = instance.model();
    Mesh mesh = model.mesh();
    if (mesh.colors() != null) {
      model =
          new Model(
              model.name(),
              uncoloured(mesh),
              model.materials(),
              model.skeleton(),
              model.motions(),
              model.keypoints());
    }
    return new Instance(
        instance.id(),
        instance.category(),
        instance.role(),
        model,
        instance.placement(),
        instance.pose(),
        Collections.nCopies(model.materials().size(), material));
  }

  private static Mesh uncoloured(Mesh mesh) {
    Mesh.Builder builder =
        Mesh.of(mesh.positions(), mesh.normals(), mesh.triangles())
            .ranges(mesh.ranges())
            .uvs(mesh.uvs())
            .occlusion(mesh.occlusion());
    return (mesh.joints() == null ? builder : builder.skin(mesh.joints(), mesh.weights())).build();
  }
}
