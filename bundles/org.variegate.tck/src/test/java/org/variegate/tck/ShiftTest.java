package org.variegate.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.draws.Distribution;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;

/** A spatial stage passes, in 2-D and 3-D, with labels in bytes and in shorts. */
class ShiftTest implements RandomizerContract {

  @ObjectClassDefinition(description = "Moves the sample by a random distance.")
  @interface Config {}

  @Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
  @Designate(ocd = Config.class, factory = true)
  @Plugin(name = "shift", needs = "LABELS|IMAGE")
  static final class Shift implements Randomizer {

    @Override
    public void randomize(Sample sample, Draws draws) {
      double[] d = draws.sample("distance", Distribution.parse("distance", "uniform(-5, 5)"), 3);
      sample.move(Affine.translation(d[0], d[1], d[2]));
      sample.move(Affine.of(0.9, 0.1, 0, 0, -0.1, 0.9, 0, 0, 0, 0, 1, 0));
    }
  }

  @Override
  public Randomizer stage() {
    return new Shift();
  }

  /** A shift by whole voxels, by hand. */
  @Test
  void labelsMoveByVoxels() {
    Sample sample = Fixtures.head().open();
    byte[] before = sample.get(Part.LABELS).bytes().clone();
    sample.move(Affine.translation(2, 0, 0));
    byte[] after = sample.get(Part.LABELS).bytes();
    for (int i = 0; i < after.length; i++) {
      assertEquals(i % 22 == 21 ? 0 : before[i + 1], after[i], "voxel " + i);
    }
    sample.move(Affine.translation(-2, 0, 0));
    byte[] back = sample.get(Part.LABELS).bytes();
    for (int i = 0; i < back.length; i++) {
      assertEquals(i % 22 == 0 ? 0 : before[i], back[i], "voxel " + i);
    }
  }

  @Test
  void drawsOfOneNameAreTheSame() {
    DrawRecord record = new DrawRecord();
    Draws draws = new SampleDraws(1, 0, record, Overrides.NONE);
    new Shift().randomize(Fixtures.plane().open(), draws);
    DrawRecord again = new DrawRecord();
    new Shift().randomize(Fixtures.head().open(), new SampleDraws(1, 0, again, Overrides.NONE));
    assertArrayEquals(
        (double[]) record.values().get("distance"), (double[]) again.values().get("distance"));
  }
}
