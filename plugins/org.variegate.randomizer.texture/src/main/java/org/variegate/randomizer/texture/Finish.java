package org.variegate.randomizer.texture;

import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;

/** How one use of a material differs from another. */
final class Finish {
  private static final Distribution ANYWHERE = Distribution.parse("offset", "uniform(0, 1)");

  private final Distribution scale;
  private final Distribution rotation;
  private final Distribution wallRotation;
  private final Distribution tint;
  private final Distribution roughness;
  private final Distribution relief;

  Finish(Texturing.Config config) {
    scale = Distribution.positive("scale", config.scale());
    rotation = Distribution.parse("rotation", config.rotation());
    wallRotation = Distribution.parse("wallRotation", config.wallRotation());
    tint = Distribution.parse("tint", config.tint());
    roughness = Distribution.parse("roughness", config.roughness(), 0);
    relief = Distribution.parse("relief", config.relief(), 0);
  }

  /** The material as it is on one thing, projected along the axes of the thing. */
  Material on(Role role, Baked baked, Draws draws) {
    double factor = Math.max(1e-3, draws.sample("scale", scale));
    float repeats = (float) (1 / (factor * baked.size()));
    Distribution turn = role == Role.SURROUNDING ? wallRotation : rotation;
    double angle = StrictMath.toRadians(draws.sample("rotation", turn));
    double[] offset = draws.sample("offset", ANYWHERE, 2);
    double[] logs = draws.sample("tint", tint, 3);
    Mapping mapping =
        new Mapping(true, repeats, repeats, (float) angle, (float) offset[0], (float) offset[1]);
    Rgb colour = new Rgb(factor(logs[0]), factor(logs[1]), factor(logs[2]));
    return baked
        .material()
        .withColor(colour)
        .withMapping(mapping)
        .withBump(
            baked.material().bump(),
            (float) (baked.material().bumpDepth() * draws.sample("relief", relief) * factor))
        .withFinish(
            (float)
                Math.min(1, baked.material().roughness() * draws.sample("roughness", roughness)),
            baked.material().metallic());
  }

  private static float factor(double log) {
    return (float) StrictMath.exp(Math.max(-3, Math.min(3, log)));
  }
}
