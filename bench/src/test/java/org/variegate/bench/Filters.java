package org.variegate.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.variegate.api.space.Grid;
import org.variegate.raster.GaussianBlur;
import org.variegate.raster.LowResolution;
import org.variegate.raster.SliceProfile;
import org.variegate.raster.SliceProfile.Shape;

/** Blur and low resolution on 160^3 voxels of 1 mm. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Filters {
  private static final Grid GRID = Grid.centred(160, 160, 160, 1);

  /** The axis of low resolution. */
  @Param({"0", "1", "2"})
  private int axis;

  /** Distance between slices in mm. */
  @Param({"1", "2", "4", "8"})
  private double spacing;

  private final Scratch arena = new Scratch();
  private final float[] values = new float[GRID.size()];

  @Setup
  public void make() {
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 0x9e3779b1 >>> 8) * 0x1p-24f;
    }
  }

  @TearDown(Level.Invocation)
  public void end() {
    arena.end();
  }

  @Benchmark
  public float[] lowResolution() {
    double[] spacings = {1, 1, 1};
    SliceProfile[] profiles = new SliceProfile[3];
    for (int i = 0; i < 3; i++) {
      profiles[i] = new SliceProfile(Shape.GAUSSIAN, .5);
    }
    spacings[axis] = spacing;
    profiles[axis] = new SliceProfile(Shape.GAUSSIAN, spacing == 1 ? .5 : .75 * spacing);
    new LowResolution(GRID, spacings, profiles).apply(values, 0, (v, from, count) -> {}, arena);
    return values;
  }

  @Benchmark
  public float[] blur() {
    double[] sigma = {.5, .5, .5};
    sigma[axis] = .75 * spacing;
    new GaussianBlur(GRID, sigma).apply(values, 0, arena);
    return values;
  }
}
