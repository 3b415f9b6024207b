package com.example.vignette;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Block;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;

/**
 * Darkens an image towards its corners, as a lens does: the irradiance falls with cos^4 of the
 * angle to the axis (natural vignetting).
 */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Vignette.Config.class, factory = true)
@Plugin(name = "vignette", needs = "IMAGE", gives = "IMAGE")
public final class Vignette implements Randomizer {

  /** The options. */
  @ObjectClassDefinition(description = "Darkens an image towards its corners, as a lens does.")
  public @interface Config {
    /** Half the lens's angle of view. */
    @AttributeDefinition(
        description = "Angle between the axis and a corner [degrees]; a distribution in [0, 85]")
    String angle() default "uniform(0, 40)";
  }

  private final Distribution angle;

  @Activate
  public Vignette(Config config) {
    angle = Distribution.parse("angle", config.angle(), 0, 85);
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    double tangent = StrictMath.tan(StrictMath.toRadians(draws.sample("angle", angle)));
    Grid grid = sample.grid();
    double width = grid.spacing(0) * (grid.nx() - 1) / 2;
    double height = grid.spacing(1) * (grid.ny() - 1) / 2;
    double corner = width * width + height * height;
    double scale = corner > 0 ? tangent * tangent / corner : 0;
    sample.get(Part.IMAGE).change((values, block) -> darken(values, block, scale));
  }

  /** Multiplies by cos^4 = (1 + tan^2)^-2, where tan^2 is scale times the distance squared. */
  private static void darken(float[] values, Block block, double scale) {
    Grid grid = block.grid();
    int at = block.from();
    for (int row = 0; row < block.rows(); row++) {
      double y = (block.y() + row - (grid.ny() - 1) / 2.0) * grid.spacing(1);
      for (int i = 0; i < grid.nx(); i++) {
        double x = (i - (grid.nx() - 1) / 2.0) * grid.spacing(0);
        double secant = 1 + scale * (x * x + y * y);
        values[at++] *= (float) (1 / (secant * secant));
      }
    }
  }
}
