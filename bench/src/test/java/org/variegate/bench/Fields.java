package org.variegate.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Noise;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.raster.CoarseField;
import org.variegate.raster.PowerTable;

/** Changes of each voxel by itself, on 160^3 voxels. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Fields {
  private static final Grid GRID = Grid.centred(160, 160, 160, 1);

  private final float[] values = new float[GRID.size()];
  private final Raster image = new Raster(GRID, 1, "1", values);
  private Noise noise;
  private long sample;

  @Setup
  public void make() {
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 0x9e3779b1 >>> 8) * 0x1p-24f;
    }
    noise = new SampleDraws(1, 0, new DrawRecord(), Overrides.NONE).noise("noise");
  }

  @Benchmark
  public float[] bias() {
    SampleDraws draws = new SampleDraws(1, sample++, new DrawRecord(), Overrides.NONE);
    CoarseField field = CoarseField.gaussian(GRID, 54, .3, draws.noise("bias"));
    image.change(field::multiplyExp);
    return image.values();
  }

  /** Exponents just above and below 1 in turn, so that the values stay in their range. */
  @Benchmark
  public float[] gamma() {
    PowerTable table = new PowerTable(sample++ % 2 == 0 ? 1.25 : .8);
    image.change((all, block) -> table.apply(all, block.from(), block.count()));
    return image.values();
  }

  @Benchmark
  public float[] gaussian() {
    for (int from = 0; from < values.length; from += 1 << 14) {
      noise.gaussian(values, from, Math.min(1 << 14, values.length - from), from);
    }
    return values;
  }
}
