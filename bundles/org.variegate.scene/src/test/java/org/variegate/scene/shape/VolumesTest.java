package org.variegate.scene.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Model;

class VolumesTest {

  private static Draws draws(long sample) {
    return new SampleDraws(3, sample, new DrawRecord(), Overrides.NONE);
  }

  @Test
  void solidsAreClosedAndOfUnitLength() {
    for (String kind : Volumes.KINDS) {
      Volumes volumes = new Volumes("shapes", List.of(kind));
      for (int i = 0; i < 20; i++) {
        Model model = volumes.draw(draws(i));
        Solids.assertClosed(kind, model.mesh());
        assertTrue(Solids.volume(model.mesh()) > 0, kind);
        float longest = 0;
        for (int c = 0; c < 3; c++) {
          float low = 9;
          float high = -9;
          for (int k = c; k < model.mesh().positions().length; k += 3) {
            low = Math.min(low, model.mesh().positions()[k]);
            high = Math.max(high, model.mesh().positions()[k]);
          }
          assertEquals(0, low + high, 1e-5, kind);
          longest = Math.max(longest, high - low);
        }
        assertEquals(1, longest, 1e-5, kind);
      }
    }
  }

  /** Seven kinds in 7,000: each within five deviations, which fails once in 10^6. */
  @Test
  void kindsAreEquallyLikely() {
    Volumes volumes = new Volumes("shapes", List.of());
    int[] counts = new int[Volumes.KINDS.size()];
    int metals = 0;
    List<Float> reds = new ArrayList<>();
    for (int i = 0; i < 7000; i++) {
      Model model = volumes.draw(draws(i));
      counts[Volumes.KINDS.indexOf(model.name())]++;
      metals += model.materials().get(0).metallic() > 0 ? 1 : 0;
      reds.add(model.materials().get(0).color().red());
    }
    for (int count : counts) {
      assertEquals(1000, count, 5 * Math.sqrt(1000));
    }
    assertEquals(7000 / 6.0, metals, 5 * Math.sqrt(7000 * 5 / 36.0));
    assertTrue(reds.stream().distinct().count() > 150);
  }

  @Test
  void kindsThatAreNoneAreRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Volumes("shapes", List.of("sfere")))
            .getMessage();
    assertEquals("shapes: needs kinds of solids, got sfere; did you mean 'sphere'?", message);
  }
}
