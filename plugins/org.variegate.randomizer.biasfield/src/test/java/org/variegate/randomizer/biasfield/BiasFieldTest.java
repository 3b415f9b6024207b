package org.variegate.randomizer.biasfield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class BiasFieldTest implements RandomizerContract {
  private static final int SAMPLES = 2000;

  private static BiasField bias(Object... options) {
    return new BiasField(Options.of(BiasField.Config.class, options));
  }

  @Override
  public Randomizer stage() {
    return bias();
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "probability=1.1", () -> bias("probability", 1.1),
        "deviation=-0.1", () -> bias("deviation", "normal(0, 0.1)"),
        "spacing=0", () -> bias("spacing", "0"));
  }

  private record Run(float[] field, Map<String, Object> draws) {}

  /** The field itself: what becomes of an image of ones. */
  private static Run run(BiasField stage, Grid grid, int channels, long index) {
    float[] ones = new float[grid.size() * channels];
    Arrays.fill(ones, 1);
    Raster image = new Raster(grid, channels, "1", ones);
    Sample sample = new Fixture("image", s -> s.put(Part.IMAGE, image)).open();
    DrawRecord record = new DrawRecord();
    stage.randomize(sample, new SampleDraws(5, index, record, Overrides.NONE).child("bias-field"));
    return new Run(image.values(), record.values());
  }

  /** A grid of 9 voxels under nodes 4.5 voxels apart has a node in the middle of its 4th voxel. */
  @Test
  void logarithmsAtNodesAreNormal() {
    BiasField stage = bias("probability", 1.0, "deviation", "0.5", "spacing", "9");
    double[] logs = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      logs[i] = Math.log(run(stage, Grid.centred(9, 9, 9, 2), 1, i).field()[4 + 9 * (4 + 9 * 4)]);
    }
    assertDrawnFrom("normal(0, 0.5)", logs);
  }

  @Test
  void strengthAndFrequencyAreDrawnAsDeclared() {
    Grid grid = Grid.centred(4, 4, 1, 1);
    double[] deviations = new double[SAMPLES];
    int count = 0;
    for (int i = 0; i < SAMPLES; i++) {
      Run run = run(bias(), grid, 1, i);
      boolean applied = (Boolean) run.draws().get("bias-field.applied");
      assertEquals(applied, run.field()[3] != 1);
      if (applied) {
        deviations[count++] = (Double) run.draws().get("bias-field.deviation");
      }
    }
    double margin = 4.9 * Math.sqrt(0.95 * 0.05 / SAMPLES);
    assertEquals(0.95, (double) count / SAMPLES, margin, "false failure once in 1e6");
    assertDrawnFrom("uniform(0, 0.7)", Arrays.copyOf(deviations, count));
  }

  @Test
  void fourNodesCoverSixteenCentimetresByDefault() {
    Grid grid = Grid.centred(160, 1, 1, 1);
    float[] field = run(bias("probability", 1.0, "deviation", "1"), grid, 1, 1).field();
    int bends = 0;
    for (int i = 1; i < 159; i++) {
      double bend = Math.log(field[i - 1]) - 2 * Math.log(field[i]) + Math.log(field[i + 1]);
      bends += Math.abs(bend) > 1e-4 ? 1 : 0;
    }
    assertTrue(bends >= 2 && bends <= 4, "bends at two inner nodes, got " + bends);
  }

  @Test
  void meansTheSameAtAnyResolution() {
    BiasField stage = bias("probability", 1.0, "deviation", "0.7", "spacing", "16");
    float[] fine = run(stage, Grid.centred(32, 32, 32, 1), 1, 3).field();
    float[] coarse = run(stage, Grid.centred(16, 16, 16, 2), 1, 3).field();
    for (int z = 0; z < 16; z++) {
      for (int y = 0; y < 16; y++) {
        for (int x = 0; x < 16; x++) {
          double log = 0;
          for (int corner = 0; corner < 8; corner++) {
            int i = 2 * x + (corner & 1);
            int j = 2 * y + (corner >> 1 & 1);
            int k = 2 * z + (corner >> 2);
            log += Math.log(fine[i + 32 * (j + 32 * k)]) / 8;
          }
          assertEquals(log, Math.log(coarse[x + 16 * (y + 16 * z)]), 1e-4);
        }
      }
    }
  }

  @Test
  void channelsDifferAndImagesAreMultiplied() {
    BiasField stage = bias("probability", 1.0);
    Run run = run(stage, Grid.centred(8, 8, 1, 10), 2, 0);
    assertTrue(run.field()[5] != run.field()[64 + 5]);
    float[] values = new float[128];
    for (int i = 0; i < values.length; i++) {
      values[i] = i - 50;
    }
    Raster image = new Raster(Grid.centred(8, 8, 1, 10), 2, "1", values.clone());
    Sample sample = new Fixture("image", s -> s.put(Part.IMAGE, image)).open();
    stage.randomize(
        sample, new SampleDraws(5, 0, new DrawRecord(), Overrides.NONE).child("bias-field"));
    for (int i = 0; i < values.length; i++) {
      assertEquals(values[i] * run.field()[i], image.values()[i], 1e-4);
    }
  }

  @Test
  void withoutAFieldTheImageStays() {
    Run run = run(bias("probability", 0.0), Grid.centred(5, 5, 5, 1), 1, 0);
    for (float value : run.field()) {
      assertEquals(1, value);
    }
    assertEquals(1, run.draws().size());
  }
}
