package org.variegate.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.space.Warp;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.raster.ControlGrid;
import org.variegate.raster.LatticeResampler;
import org.variegate.raster.VelocityField;

/** Spatial maps from 256^3 to 160^3 voxels of 1 mm. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Resample {
  private static final Grid SOURCE = Grid.centred(256, 256, 256, 1);
  private static final Grid TARGET = Grid.centred(160, 160, 160, 1);
  private static final Affine TILT = Affine.of(.9, .1, .05, 1, -.1, 1.1, .02, 2, .03, -.02, .95, 3);

  /** Standard deviation of the velocities in mm, at nodes 25 mm apart. */
  @Param({"1", "2", "4"})
  private double deviation;

  private final Scratch arena = new Scratch();
  private LabelMap labels;
  private Raster image;
  private long sample;

  /** Shells around the middle, some 2 cm thick, in 54 labels. */
  @Setup
  public void make() {
    byte[] places = new byte[SOURCE.size()];
    float[] values = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      int x = (i & 255) - 128;
      int y = (i >> 8 & 255) - 128;
      int z = (i >> 16) - 128;
      places[i] = (byte) ((x * x + y * y + z * z) / 900 % 54);
      values[i] = places[i];
    }
    Legend legend = new Legend(IntStream.range(0, 54).mapToObj(Label::plain).toList());
    labels = LabelMap.of(SOURCE, legend, places);
    image = new Raster(SOURCE, 1, "1", values);
  }

  @TearDown(Level.Invocation)
  public void end() {
    arena.end();
  }

  private Warp prepare() {
    SampleDraws draws = new SampleDraws(1, sample++, new DrawRecord(), Overrides.NONE);
    VelocityField flow =
        VelocityField.gaussian(ControlGrid.over(SOURCE, 25), deviation, draws.noise("velocity"));
    SpatialMap map = new SpatialMap(SOURCE, TARGET, List.of(flow, TILT));
    return new LatticeResampler().prepare(map, arena);
  }

  @Benchmark
  public Warp coordinates() {
    return prepare();
  }

  @Benchmark
  public LabelMap labels() {
    return prepare().labels(labels);
  }

  @Benchmark
  public Raster image() {
    return prepare().image(image);
  }

  @Benchmark
  public LabelMap crop() {
    SpatialMap map = SpatialMap.identity(SOURCE).onto(SOURCE.crop(40, 50, 30, 160, 160, 160));
    return new LatticeResampler().prepare(map, arena).labels(labels);
  }
}
