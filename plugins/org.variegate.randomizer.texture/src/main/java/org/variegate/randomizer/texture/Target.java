package org.variegate.randomizer.texture;

import java.util.Collections;
import java.util.Locale;
import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Role;

/** Things that can be given a material. */
final class Target {
  private Target() {}

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
              mesh.bare(),
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
}
