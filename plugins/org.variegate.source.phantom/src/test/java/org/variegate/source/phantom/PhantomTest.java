package org.variegate.source.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.volume.LabelMap;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.tck.Options;
import org.variegate.tck.SourceContract;

class PhantomTest implements SourceContract {

  @Override
  public Phantom stage() {
    return with("size", new int[] {26, 31, 29}, "spacing", 8.0);
  }

  @Override
  public Map<String, Supplier<? extends org.variegate.api.Source>> refused() {
    return Map.of(
        "size=[160, 160]", () -> with("size", new int[] {160, 160}),
        "size=[160, 4, 160]", () -> with("size", new int[] {160, 4, 160}),
        "spacing=0", () -> with("spacing", 0.0),
        "spacing=NaN", () -> with("spacing", Double.NaN),
        "cortex=normal(3, 1)", () -> with("cortex", "normal(3, 1)"),
        "head=0", () -> with("head", "0"),
        "ventricles=uniform(0, 1)", () -> with("ventricles", "uniform(0, 1)"),
        "skull=many", () -> with("skull", "many"));
  }

  static Phantom with(Object... options) {
    return new Phantom(Options.of(Phantom.Config.class, options));
  }

  @Test
  void drawsTraitsAsDeclared() {
    checkLaw("cortex", "truncated(2.7, 0.3, 2, 3.6)");
    checkLaw("gyri", "uniform(11, 15)");
    checkLaw("sulci", "uniform(1, 3)");
    checkLaw("depth", "uniform(12, 18)");
    checkLaw("ventricles", "loguniform(0.75, 1.4)");
    checkLaw("skull", "uniform(5, 9)");
    checkLaw("scalp", "uniform(4, 8)");
    checkLaw("head", "truncated(1, 0.05, 0.86, 1.14)");
    checkLaw("bend", "truncated(0, 2.5, -6, 6)");
    checkLaw("nuclei", "truncated(1, 0.06, 0.8, 1.2)");
    checkLaw("shift", "truncated(0, 0.7, -2, 2)");
  }

  private static void checkLaw(String draw, String law) {
    Phantom phantom = with();
    double[] drawn = new double[2000];
    for (int i = 0; i < drawn.length; i++) {
      DrawRecord record = new DrawRecord();
      phantom.traits(new SampleDraws(5, i, record, Overrides.NONE));
      Object value = record.values().get(draw);
      drawn[i] = value instanceof double[] values ? values[0] : (double) value;
    }
    assertDrawnFrom(law, drawn);
  }

  @Test
  void aThickerCortexChangesNothingOutsideTheBrain() {
    Phantom phantom = with("size", new int[] {48, 48, 48}, "spacing", 5.0);
    LabelMap thin = Heads.open(phantom, 3, Map.of("cortex", "2"));
    LabelMap thick = Heads.open(phantom, 3, Map.of("cortex", "4"));
    assertTrue(
        Heads.count(thick, Tissue.LEFT_CORTEX) > 1.2 * Heads.count(thin, Tissue.LEFT_CORTEX));
    for (Tissue same :
        new Tissue[] {Tissue.SKIN, Tissue.FAT, Tissue.BONE, Tissue.MARROW, Tissue.LEFT_EYE}) {
      assertEquals(Heads.count(thin, same), Heads.count(thick, same), same.name());
    }
  }

  @Test
  void lengthsDoNotDependOnTheResolution() {
    LabelMap coarse = Heads.open(with("size", new int[] {60, 60, 60}, "spacing", 4.0), 1, Map.of());
    LabelMap fine =
        Heads.open(with("size", new int[] {120, 120, 120}, "spacing", 2.0), 1, Map.of());
    for (Tissue tissue :
        new Tissue[] {
          Tissue.SKIN, Tissue.BONE, Tissue.CSF, Tissue.RIGHT_CORTEX, Tissue.BRAINSTEM
        }) {
      double ratio = Heads.count(fine, tissue) / (8.0 * Heads.count(coarse, tissue));
      assertEquals(1, ratio, 0.06, tissue.name());
    }
  }

  @Test
  void bytesAreThoseOfEveryPlatform() throws Exception {
    LabelMap head = Heads.open(with("size", new int[] {64, 64, 64}, "spacing", 3.75), 0, Map.of());
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(head.bytes());
    assertEquals(
        "c4701e728e7c64c7b82332709b8c5055cb830e3522d64cdfe4fc599171794b3e",
        HexFormat.of().formatHex(hash));
  }
}
